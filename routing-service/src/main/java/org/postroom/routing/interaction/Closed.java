package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.id.AgentId;

/** At its end; only a reply that fails later brings it back. */
public record Closed(Enquiry enquiry, WorkLog log, AgentId agentId, CloseReason reason, Instant closedAt)
        implements Unattended {

    /** A reply could not be delivered: back to the agent who wrote it. */
    public Handling reopen(Instant now) {
        return new Handling(enquiry, log.wrappedUp(null), agentId, now);
    }

    /** A reply could not be delivered and the agent who wrote it is gone for good. */
    public Waiting requeue() {
        return new Waiting(enquiry, log.wrappedUp(null));
    }

    @Override
    public Closed with(Enquiry changed) {
        return new Closed(changed, log, agentId, reason, closedAt);
    }

    @Override
    public Closed with(WorkLog changed) {
        return new Closed(enquiry, changed, agentId, reason, closedAt);
    }
}
