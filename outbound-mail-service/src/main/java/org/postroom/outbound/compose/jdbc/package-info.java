/** Remembers which replies were composed. */
@NullMarked
package org.postroom.outbound.compose.jdbc;

import org.jspecify.annotations.NullMarked;
