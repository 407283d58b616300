package org.postroom.outbound.reply;

import java.time.Instant;
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
 */
public record ReplyProgress(
        ReplyState state,
        Instant at,
        @Nullable String reason,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String messageId) {

    /** News that says no more than the state. */
    public static ReplyProgress of(ReplyState state, Instant at) {
        return new ReplyProgress(state, at, null, 0, null, null);
    }
}
