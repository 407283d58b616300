/** Keeps what came back in the ledger. */
@NullMarked
package org.postroom.outbound.bounce.jdbc;

import org.jspecify.annotations.NullMarked;
