/** Organisations in PostgreSQL. */
@NullMarked
package org.postroom.outbound.organisation.jdbc;

import org.jspecify.annotations.NullMarked;
