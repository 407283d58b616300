package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ReplyId;

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
