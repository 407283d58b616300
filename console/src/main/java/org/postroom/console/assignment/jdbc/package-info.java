/** Reads assignments and waiting lists from the read models. */
@NullMarked
package org.postroom.console.assignment.jdbc;

import org.jspecify.annotations.NullMarked;
