/** The audit trail in PostgreSQL. */
@NullMarked
package org.postroom.domain.audit.jdbc;

import org.jspecify.annotations.NullMarked;
