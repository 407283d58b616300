/** The versions of flows' definitions in PostgreSQL. */
@NullMarked
package org.postroom.domain.flow.jdbc;

import org.jspecify.annotations.NullMarked;
