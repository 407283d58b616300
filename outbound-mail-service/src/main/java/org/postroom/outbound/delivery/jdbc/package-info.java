/** Keeps the ledger in PostgreSQL. */
@NullMarked
package org.postroom.outbound.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
