package org.postroom.outbound.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * News about a reply.
 *
 * @param state how far it has come
 * @param at when that happened
 * @param reason what a server said, or why it was not sent; null where there is nothing to say
 * @param attempts the attempts made so far; 0 where none was reported
 * @param nextAttemptAt when it is tried again; null unless it is deferred
 * @param messageId its Message-ID without angle brackets; null until it is composed
 * @param bounced the recipients whom it did not reach after a server had taken it
 */
public record ReplyProgress(
        ReplyState state,
        Instant at,
        @Nullable String reason,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String messageId,
        List<String> bounced) {

    /** Copies the list. */
    public ReplyProgress {
        bounced = List.copyOf(bounced);
    }

    /** News of a reply of which nothing came back. */
    public ReplyProgress(
            ReplyState state,
            Instant at,
            @Nullable String reason,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String messageId) {
        this(state, at, reason, attempts, nextAttemptAt, messageId, List.of());
    }

    /** News that says no more than the state. */
    public static ReplyProgress of(ReplyState state, Instant at) {
        return new ReplyProgress(state, at, null, 0, null, null);
    }
}
