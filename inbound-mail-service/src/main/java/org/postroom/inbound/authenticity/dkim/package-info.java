/** Signatures of mails (RFC 6376, RFC 8463) and of chains of forwarders (RFC 8617). */
@NullMarked
package org.postroom.inbound.authenticity.dkim;

import org.jspecify.annotations.NullMarked;
