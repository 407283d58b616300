package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.timer.Timer;

/**
 * In its queue, but kept for one agent until a moment: the one who handled its conversation last. Nobody else is asked
 * meanwhile.
 */
public record Kept(Enquiry enquiry, WorkLog log, AgentId agentId, Instant until) implements InQueue, Timed {

    @Override
    public Timer timer() {
        return new Timer.KeepingEnds(until, interactionId());
    }

    @Override
    public Waiting forEverybody() {
        return new Waiting(enquiry, log);
    }

    @Override
    public Kept with(Enquiry changed) {
        return new Kept(changed, log, agentId, until);
    }

    @Override
    public Kept with(WorkLog changed) {
        return new Kept(enquiry, changed, agentId, until);
    }
}
