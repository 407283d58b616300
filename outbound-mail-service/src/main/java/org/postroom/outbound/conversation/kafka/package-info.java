/** Learns about conversations from the log. */
@NullMarked
package org.postroom.outbound.conversation.kafka;

import org.jspecify.annotations.NullMarked;
