/** Organisations in PostgreSQL. */
@NullMarked
package org.postroom.domain.organisation.jdbc;

import org.jspecify.annotations.NullMarked;
