/** The description of each service's REST API, for those who generate it from the code. */
@NullMarked
package org.postroom.runtime.openapi;

import org.jspecify.annotations.NullMarked;
