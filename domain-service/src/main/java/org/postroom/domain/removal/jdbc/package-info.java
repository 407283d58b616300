/** Forgetting, in PostgreSQL. */
@NullMarked
package org.postroom.domain.removal.jdbc;

import org.jspecify.annotations.NullMarked;
