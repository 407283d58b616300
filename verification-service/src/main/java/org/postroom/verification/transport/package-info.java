/** What senders' servers are told about TLS on the way to us: the MTA-STS policy of domains (RFC 8461). */
@NullMarked
package org.postroom.verification.transport;

import org.jspecify.annotations.NullMarked;
