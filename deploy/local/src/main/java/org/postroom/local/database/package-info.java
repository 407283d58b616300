/** A real PostgreSQL server on one machine. */
@NullMarked
package org.postroom.local.database;

import org.jspecify.annotations.NullMarked;
