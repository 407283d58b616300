package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.timer.Timer;

/**
 * The customer is served, and the agent has after-call work with it: no room for other work, and no more mail of the customer.
 *
 * @param reason how it will have ended
 * @param since when after-call work began
 * @param endsAt when it ends by itself; null where it takes as long as it takes
 */
public record WrappingUp(
        Enquiry enquiry,
        WorkLog log,
        AgentId agentId,
        CloseReason reason,
        Instant since,
        @Nullable Instant endsAt) implements HeldByAgent, Timed {

    @Override
    public @Nullable Timer timer() {
        return endsAt == null ? null : new Timer.WrapUpEnds(endsAt, interactionId());
    }

    /** The after-call work until now. */
    public Duration time(Instant now) {
        return Interaction.between(since, now);
    }

    /**
     * The agent is done, or cannot go on: its end, unless its reply is still on the way.
     *
     * @param code how it ended; null where nobody said so
     */
    public Unattended ended(@Nullable WrapUpCodeId code, Instant now) {
        var wrappedUp = log.wrappedUp(code);
        return reason == CloseReason.ANSWERED && !log.pendingReplies().isEmpty()
                ? new Sending(enquiry, wrappedUp, agentId)
                : new Closed(enquiry, wrappedUp, agentId, reason, now);
    }

    /** The reply could not be delivered: the agent has it in hand again, and what was said of its end does not hold. */
    public Handling reopen(Instant now) {
        return new Handling(enquiry, log.wrappedUp(null), agentId, now);
    }

    @Override
    public WrappingUp with(Enquiry changed) {
        return new WrappingUp(changed, log, agentId, reason, since, endsAt);
    }

    @Override
    public WrappingUp with(WorkLog changed) {
        return new WrappingUp(enquiry, changed, agentId, reason, since, endsAt);
    }
}
