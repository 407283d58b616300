/** Keeps signed mails in the message store. */
@NullMarked
package org.postroom.outbound.delivery.store;

import org.jspecify.annotations.NullMarked;
