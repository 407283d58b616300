/** Writes rows to PostgreSQL. */
@NullMarked
package org.postroom.console.projection.jdbc;

import org.jspecify.annotations.NullMarked;
