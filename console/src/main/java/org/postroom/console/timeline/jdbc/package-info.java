/** Reads the timeline from the read models. */
@NullMarked
package org.postroom.console.timeline.jdbc;

import org.jspecify.annotations.NullMarked;
