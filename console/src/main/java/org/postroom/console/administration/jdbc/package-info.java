/** Reads what the log says about domains and names. */
@NullMarked
package org.postroom.console.administration.jdbc;

import org.jspecify.annotations.NullMarked;
