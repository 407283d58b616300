package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;

/**
 * An agent works on it.
 *
 * @param segmentSince when the present segment began
 */
public record Handling(Enquiry enquiry, WorkLog log, AgentId agentId, Instant segmentSince) implements HeldByAgent {

    /** The time spent in the present segment. */
    public Duration segmentTime(Instant now) {
        return Interaction.between(segmentSince, now);
    }

    /** The agent pressed Send: the segment ends and the agent is free while the reply is on its way. */
    public Sending requestReply(ReplyId replyId, Instant now) {
        return new Sending(enquiry, log.segmentEnded(segmentTime(now)).replyRequested(replyId), agentId);
    }

    /** The agent pressed Send where several actions are allowed: the segment ends and the next one begins. */
    public Handling requestReplyAndKeep(ReplyId replyId, Instant now) {
        return new Handling(enquiry, log.segmentEnded(segmentTime(now)).replyRequested(replyId), agentId, now);
    }

    /**
     * The agent pressed Send in a queue with after-call work: the segment ends, and wrapping up begins.
     *
     * @param endsAt when wrapping up ends by itself; null where it takes as long as it takes
     */
    public WrappingUp requestReplyAndWrapUp(ReplyId replyId, Instant now, @Nullable Instant endsAt) {
        var answered = log.segmentEnded(segmentTime(now)).replyRequested(replyId);
        return new WrappingUp(enquiry, answered, agentId, CloseReason.ANSWERED, now, endsAt);
    }

    /**
     * The agent is done without a further reply, and begins to wrap up.
     *
     * @param code how it ended; null where the agent has not said so yet
     * @param endsAt when wrapping up ends by itself; null where it takes as long as it takes
     */
    public WrappingUp closeAndWrapUp(@Nullable WrapUpCodeId code, Instant now, @Nullable Instant endsAt) {
        var done = log.segmentEnded(segmentTime(now)).wrappedUp(code);
        return new WrappingUp(enquiry, done, agentId, CloseReason.CLOSED_BY_AGENT, now, endsAt);
    }

    /** The agent puts it away until a moment, at the latest. */
    public Parked park(Instant now, Instant until) {
        return new Parked(enquiry, log.segmentEnded(segmentTime(now)), agentId, now, until);
    }

    /** The agent gives it to whoever may take it in a queue, and does not want it back. */
    public Waiting transfer(QueueId queueId, Instant now) {
        return new Waiting(
                enquiry.inQueue(queueId), log.segmentEnded(segmentTime(now)).declinedBy(agentId, now));
    }

    /** The agent is done without a further reply. */
    public Closed close(Instant now) {
        return new Closed(enquiry, log.segmentEnded(segmentTime(now)), agentId, CloseReason.CLOSED_BY_AGENT, now);
    }

    /** The agent is gone for good: it goes back to its queue, and the time spent stays counted. */
    public Waiting release(Instant now) {
        return new Waiting(enquiry, log.worked(segmentTime(now)));
    }

    @Override
    public Handling with(Enquiry changed) {
        return new Handling(changed, log, agentId, segmentSince);
    }

    @Override
    public Handling with(WorkLog changed) {
        return new Handling(enquiry, changed, agentId, segmentSince);
    }
}
