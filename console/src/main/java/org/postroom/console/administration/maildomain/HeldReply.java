package org.postroom.console.administration.maildomain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply that waits because its domain, its server or its organisation may not send.
 *
 * @param replyId the reply
 * @param interactionId the interaction that it answers
 * @param reason why it waits
 * @param heldSince since when
 */
public record HeldReply(
        String replyId,
        String interactionId,
        @Nullable String reason,
        @Nullable Instant heldSince) {}
