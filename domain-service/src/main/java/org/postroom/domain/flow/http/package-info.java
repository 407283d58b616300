/** Flows over HTTP. */
@NullMarked
package org.postroom.domain.flow.http;

import org.jspecify.annotations.NullMarked;
