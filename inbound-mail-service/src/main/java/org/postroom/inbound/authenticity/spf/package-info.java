/** Whether a network address may send for a domain (RFC 7208). */
@NullMarked
package org.postroom.inbound.authenticity.spf;

import org.jspecify.annotations.NullMarked;
