/** Learns about domains from the log and announces keys. */
@NullMarked
package org.postroom.outbound.signing.kafka;

import org.jspecify.annotations.NullMarked;
