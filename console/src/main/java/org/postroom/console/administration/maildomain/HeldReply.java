package org.postroom.console.administration.maildomain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply that waits because its domain may not send.
 *
 * @param replyId the reply
 * @param interactionId the interaction that it answers
 * @param domainId the domain
 * @param subject its subject
 * @param reason why it waits
 * @param heldAt since when
 */
public record HeldReply(
        String replyId,
        String interactionId,
        @Nullable String domainId,
        @Nullable String subject,
        @Nullable String reason,
        @Nullable Instant heldAt) {}
