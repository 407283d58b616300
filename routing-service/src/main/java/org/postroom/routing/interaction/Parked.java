package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.timer.Timer;

/**
 * Put away for a while by its agent: it takes no room, and nobody is offered it, until the agent resumes it, the customer writes,
 * or its time is up.
 *
 * @param since when it was parked
 * @param until when it comes back by itself
 */
public record Parked(Enquiry enquiry, WorkLog log, AgentId agentId, Instant since, Instant until)
        implements Unattended, Timed {

    @Override
    public Timer timer() {
        return new Timer.ParkEnds(until, interactionId());
    }

    /** How long it has been parked. */
    public Duration time(Instant now) {
        return Interaction.between(since, now);
    }

    /** Back into the hands of its agent. */
    public Handling resume(Instant now) {
        return new Handling(enquiry, log, agentId, now);
    }

    /** Back into its queue, for whoever may take it; the time that the customer waited before stays counted. */
    public Waiting release() {
        return new Waiting(enquiry, log);
    }

    @Override
    public Parked with(Enquiry changed) {
        return new Parked(changed, log, agentId, since, until);
    }

    @Override
    public Parked with(WorkLog changed) {
        return new Parked(enquiry, changed, agentId, since, until);
    }
}
