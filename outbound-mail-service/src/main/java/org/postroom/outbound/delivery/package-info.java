/** Handing a mail over to its recipients' servers: the ledger of attempts, retries, and what the servers said. */
@NullMarked
package org.postroom.outbound.delivery;

import org.jspecify.annotations.NullMarked;
