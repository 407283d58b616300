/** Turns events into the rows that pages read. */
@NullMarked
package org.postroom.console.projection;

import org.jspecify.annotations.NullMarked;
