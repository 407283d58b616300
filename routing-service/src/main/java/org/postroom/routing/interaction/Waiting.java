package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.id.QueueId;

/** In its queue, for an agent who may take it. */
public record Waiting(Enquiry enquiry, WorkLog log) implements InQueue {

    /** Offers it to an agent until the moment named. */
    public Offered offer(AgentId agentId, OfferId offerId, Instant expiresAt) {
        return new Offered(enquiry, log.offered(), agentId, offerId, expiresAt);
    }

    /** Moves it to another queue; its waiting time goes with it. */
    public Waiting moveTo(QueueId queueId) {
        return new Waiting(enquiry.inQueue(queueId), log);
    }

    @Override
    public Waiting forEverybody() {
        return this;
    }

    /** Keeps it for one agent until the moment named. */
    public Kept keepFor(AgentId agentId, Instant until) {
        return new Kept(enquiry, log, agentId, until);
    }

    @Override
    public Waiting with(Enquiry changed) {
        return new Waiting(changed, log);
    }

    @Override
    public Waiting with(WorkLog changed) {
        return new Waiting(enquiry, changed);
    }
}
