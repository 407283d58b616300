/** Reads the desk from the read models. */
@NullMarked
package org.postroom.console.desk.jdbc;

import org.jspecify.annotations.NullMarked;
