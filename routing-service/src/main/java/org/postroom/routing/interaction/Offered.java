package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.timer.Timer;

/** Alerting one agent, who may accept or decline it until the offer expires. */
public record Offered(Enquiry enquiry, WorkLog log, AgentId agentId, OfferId offerId, Instant expiresAt)
        implements HeldByAgent, Timed {

    @Override
    public Timer timer() {
        return new Timer.OfferExpires(expiresAt, interactionId());
    }

    /** The agent takes it; handle time begins. */
    public Handling accept(Instant now) {
        return new Handling(enquiry, log, agentId, now);
    }

    /** The agent does not want it; it is not offered to the agent again until the agent comes on queue afresh. */
    public Waiting decline(Instant now) {
        return new Waiting(enquiry, log.declinedBy(agentId, now));
    }

    /** The offer ends without the agent's answer: it expired, or the agent left. */
    public Waiting withdraw() {
        return new Waiting(enquiry, log);
    }

    @Override
    public Offered with(Enquiry changed) {
        return new Offered(changed, log, agentId, offerId, expiresAt);
    }

    @Override
    public Offered with(WorkLog changed) {
        return new Offered(enquiry, changed, agentId, offerId, expiresAt);
    }
}
