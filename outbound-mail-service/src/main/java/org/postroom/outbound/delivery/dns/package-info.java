/** Finds recipients' servers in DNS (RFC 5321, section 5.1). */
@NullMarked
package org.postroom.outbound.delivery.dns;

import org.jspecify.annotations.NullMarked;
