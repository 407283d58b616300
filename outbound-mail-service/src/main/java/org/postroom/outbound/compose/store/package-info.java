/** Keeps mails in the message store. */
@NullMarked
package org.postroom.outbound.compose.store;

import org.jspecify.annotations.NullMarked;
