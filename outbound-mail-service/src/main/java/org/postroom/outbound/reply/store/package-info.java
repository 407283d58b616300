/** Keeps replies' content in the message store. */
@NullMarked
package org.postroom.outbound.reply.store;

import org.jspecify.annotations.NullMarked;
