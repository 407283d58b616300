/** The directory in PostgreSQL. */
@NullMarked
package org.postroom.domain.directory.jdbc;

import org.jspecify.annotations.NullMarked;
