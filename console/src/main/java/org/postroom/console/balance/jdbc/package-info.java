/** Counts in the read models what has come to no end. */
@NullMarked
package org.postroom.console.balance.jdbc;

import org.jspecify.annotations.NullMarked;
