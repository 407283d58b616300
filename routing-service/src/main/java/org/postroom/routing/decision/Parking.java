package org.postroom.routing.decision;

import java.time.Duration;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.decision.RoutingEvent.UnparkReason;
import org.postroom.routing.decision.RoutingInput.ParkInteraction;
import org.postroom.routing.decision.RoutingInput.ResumeInteraction;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.timer.Timer;

/** Work that an agent puts away for a while. It takes no room of the agent meanwhile, and comes back in one of four ways. */
final class Parking {

    /** The most that an agent may have parked at once. */
    static final int MOST_PARKED = 10;

    /** The longest that something may be parked. */
    static final Duration LONGEST = Duration.ofDays(7);

    private Parking() {}

    /** Puts away what the agent handles. */
    static void park(Turn turn, ParkInteraction park) {
        var interaction = turn.state().interaction(park.interactionId());
        if (!(interaction instanceof Handling handling) || !handling.agentId().equals(park.agentId())) {
            CommandDecision.reject(
                    turn,
                    park,
                    "expected an interaction handled by the agent, but " + CommandDecision.found(interaction));
        } else if (!park.until().isAfter(turn.now())
                || park.until().isAfter(turn.now().plus(LONGEST))) {
            CommandDecision.reject(
                    turn, park, "expected a time within the next 7 days, but the one chosen is not: " + park.until());
        } else if (turn.state().interactions().parkedBy(park.agentId()).size() >= MOST_PARKED) {
            CommandDecision.reject(
                    turn,
                    park,
                    "expected at most " + MOST_PARKED + " parked interactions, but there are as many already");
        } else {
            putAway(turn, handling, handling.park(turn.now(), park.until()));
        }
    }

    private static void putAway(Turn turn, Handling handling, Parked parked) {
        turn.state().move(parked);
        turn.emit(new RoutingEvent.InteractionSegmentEnded(
                parked.interactionId(),
                parked.agentId(),
                parked.log().segments(),
                SegmentAction.PARK,
                handling.segmentTime(turn.now()),
                null));
        turn.emit(new RoutingEvent.InteractionParked(parked.interactionId(), parked.agentId(), parked.until()));
        Offers.freed(turn, parked.agentId());
    }

    /** Takes it in hand again, where the agent has room. */
    static void resume(Turn turn, ResumeInteraction resume) {
        var interaction = turn.state().interaction(resume.interactionId());
        if (!(interaction instanceof Parked parked) || !parked.agentId().equals(resume.agentId())) {
            CommandDecision.reject(
                    turn,
                    resume,
                    "expected an interaction parked by the agent, but " + CommandDecision.found(interaction));
        } else if (!turn.state().dispatcher().hasRoom(resume.agentId())) {
            CommandDecision.reject(turn, resume, "expected room for one more email, but the agent has none");
        } else {
            turn.emit(unparked(turn, parked, UnparkReason.RESUMED));
            turn.state().move(parked.resume(turn.now()));
        }
    }

    /** The customer wrote: it goes back to its queue at once. */
    static void customerWrote(Turn turn, InteractionId interactionId) {
        if (turn.state().interaction(interactionId) instanceof Parked parked) {
            release(turn, parked, UnparkReason.CUSTOMER_WROTE);
        }
    }

    /** Its time is up: it goes back to its queue. */
    static void end(Turn turn, Timer.ParkEnds timer) {
        if (turn.state().interaction(timer.interactionId()) instanceof Parked parked) {
            release(turn, parked, UnparkReason.TIME_RAN_OUT);
        }
    }

    /** The agent works here no more: all that the agent had parked goes back to its queue. */
    static void abandon(Turn turn, AgentId agentId) {
        for (var parked : turn.state().interactions().parkedBy(agentId)) {
            release(turn, parked, UnparkReason.AGENT_LEFT);
        }
    }

    /** Its reply failed: its agent has it in hand again, as with any reply that failed. */
    static Handling wake(Turn turn, Parked parked) {
        turn.emit(unparked(turn, parked, UnparkReason.REPLY_FAILED));
        return parked.resume(turn.now());
    }

    private static void release(Turn turn, Parked parked, UnparkReason reason) {
        turn.emit(unparked(turn, parked, reason));
        Offers.enqueue(turn, parked.release(), QueueReason.UNPARKED);
    }

    private static RoutingEvent unparked(Turn turn, Parked parked, UnparkReason reason) {
        return new RoutingEvent.InteractionUnparked(
                parked.interactionId(), parked.agentId(), reason, parked.time(turn.now()));
    }
}
