package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;

/**
 * What was done for an interaction so far.
 *
 * @param offers the offers made
 * @param segments the segments ended
 * @param handled the time agents spent on it
 * @param declinedAt who declined it, and when last
 * @param pendingReplies the replies whose outcome is not known yet
 * @param settledReplies the replies whose outcome is known; kept so that a repeat is recognised
 * @param wrapUpCode how it ended, in the organisation's words; null where nobody said so
 */
public record WorkLog(
        int offers,
        int segments,
        Duration handled,
        Map<AgentId, Instant> declinedAt,
        Set<ReplyId> pendingReplies,
        Set<ReplyId> settledReplies,
        @Nullable WrapUpCodeId wrapUpCode) {

    /** Nothing done yet. */
    public static final WorkLog EMPTY = new WorkLog(0, 0, Duration.ZERO, Map.of(), Set.of(), Set.of());

    /** Copies the collections. */
    public WorkLog {
        declinedAt = Map.copyOf(declinedAt);
        pendingReplies = Set.copyOf(pendingReplies);
        settledReplies = Set.copyOf(settledReplies);
    }

    /** What was done for an interaction that nobody wrapped up. */
    public WorkLog(
            int offers,
            int segments,
            Duration handled,
            Map<AgentId, Instant> declinedAt,
            Set<ReplyId> pendingReplies,
            Set<ReplyId> settledReplies) {
        this(offers, segments, handled, declinedAt, pendingReplies, settledReplies, null);
    }

    /** True where the reply was requested before. */
    public boolean knows(ReplyId replyId) {
        return pendingReplies.contains(replyId) || settledReplies.contains(replyId);
    }

    /** True where the reply was requested and its outcome is not known. */
    public boolean awaits(ReplyId replyId) {
        return pendingReplies.contains(replyId);
    }

    /** How it ended was said, or taken back. */
    WorkLog wrappedUp(@Nullable WrapUpCodeId code) {
        return new WorkLog(offers, segments, handled, declinedAt, pendingReplies, settledReplies, code);
    }

    WorkLog offered() {
        return new WorkLog(offers + 1, segments, handled, declinedAt, pendingReplies, settledReplies, wrapUpCode);
    }

    WorkLog declinedBy(AgentId agentId, Instant now) {
        var declines = new HashMap<>(declinedAt);
        declines.put(agentId, now);
        return new WorkLog(offers, segments, handled, declines, pendingReplies, settledReplies, wrapUpCode);
    }

    WorkLog worked(Duration time) {
        return new WorkLog(
                offers, segments, handled.plus(time), declinedAt, pendingReplies, settledReplies, wrapUpCode);
    }

    WorkLog segmentEnded(Duration handleTime) {
        return new WorkLog(
                offers, segments + 1, handled.plus(handleTime), declinedAt, pendingReplies, settledReplies, wrapUpCode);
    }

    WorkLog replyRequested(ReplyId replyId) {
        return new WorkLog(
                offers, segments, handled, declinedAt, with(pendingReplies, replyId), settledReplies, wrapUpCode);
    }

    WorkLog replySettled(ReplyId replyId) {
        var stillPending = new HashSet<>(pendingReplies);
        stillPending.remove(replyId);
        return new WorkLog(
                offers, segments, handled, declinedAt, stillPending, with(settledReplies, replyId), wrapUpCode);
    }

    private static Set<ReplyId> with(Set<ReplyId> replies, ReplyId added) {
        var all = new HashSet<>(replies);
        all.add(added);
        return all;
    }
}
