/** Keeps keys and the state of domains in PostgreSQL. */
@NullMarked
package org.postroom.outbound.signing.jdbc;

import org.jspecify.annotations.NullMarked;
