/** Reads queues and agents from the read models. */
@NullMarked
package org.postroom.console.supervision.jdbc;

import org.jspecify.annotations.NullMarked;
