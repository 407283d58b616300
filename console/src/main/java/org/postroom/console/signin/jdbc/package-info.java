/** Reads what the log says about organisations. */
@NullMarked
package org.postroom.console.signin.jdbc;

import org.jspecify.annotations.NullMarked;
