/** DKIM keys and signatures (RFC 6376); private keys never leave this package unencrypted. */
@NullMarked
package org.postroom.outbound.signing;

import org.jspecify.annotations.NullMarked;
