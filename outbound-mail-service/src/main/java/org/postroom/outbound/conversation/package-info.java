/** Which agent handles which interaction, and the messages of each conversation in order. */
@NullMarked
package org.postroom.outbound.conversation;

import org.jspecify.annotations.NullMarked;
