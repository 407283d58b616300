/** The page of a flow's versions. */
@NullMarked
package org.postroom.console.administration.flow.http;

import org.jspecify.annotations.NullMarked;
