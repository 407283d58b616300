package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.id.AgentId;

/** Its reply is on the way, and the agent who wrote it is free. */
public record Sending(Enquiry enquiry, WorkLog log, AgentId agentId) implements Unattended {

    /** The customer's server took the reply. */
    public Closed answered(Instant now) {
        return new Closed(enquiry, log, agentId, CloseReason.ANSWERED, now);
    }

    /** The reply could not be delivered: back to the agent who wrote it. */
    public Handling reopen(Instant now) {
        return new Handling(enquiry, log.wrappedUp(null), agentId, now);
    }

    /** The reply could not be delivered and the agent who wrote it is gone for good. */
    public Waiting requeue() {
        return new Waiting(enquiry, log.wrappedUp(null));
    }

    @Override
    public Sending with(Enquiry changed) {
        return new Sending(changed, log, agentId);
    }

    @Override
    public Sending with(WorkLog changed) {
        return new Sending(enquiry, changed, agentId);
    }
}
