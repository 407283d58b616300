package org.postroom.routing.decision;

import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.WrappingUp;
import org.postroom.routing.presence.AgentPresence;
import org.postroom.routing.presence.AgentStatus;
import org.postroom.routing.presence.StatusReason;

/** Agents who come and go. */
final class Presences {

    private Presences() {}

    /** The agent takes work from now on. */
    static void goOnQueue(Turn turn, AgentId agentId) {
        var presence = turn.state().presence(agentId);
        if (!presence.isOnQueue()) {
            change(turn, presence.goOnQueue(turn.now()), StatusReason.REQUESTED);
            Offers.serve(turn, agentId);
        }
    }

    /** The agent takes no work from now on: open offers go back, what is handled stays. */
    static void goOffQueue(Turn turn, AgentId agentId) {
        stayAway(turn, agentId, AgentStatus.OFF_QUEUE);
    }

    /** The same, and the agent says why. */
    static void stayAway(Turn turn, AgentId agentId, AgentStatus why) {
        var presence = turn.state().presence(agentId);
        if (presence.status() == why) {
            return;
        }
        change(turn, presence.stayAway(why, turn.now()), StatusReason.REQUESTED);
        for (var interaction : turn.state().heldBy(agentId)) {
            if (interaction instanceof Offered offered) {
                Offers.enqueue(turn, offered.withdraw(), QueueReason.AGENT_LEFT);
            }
        }
    }

    /** The agent is gone for good, and so is all that was known of the agent. */
    static void remove(Turn turn, AgentId agentId) {
        leave(turn, agentId, StatusReason.AGENT_REMOVED);
        turn.state().remove(agentId);
    }

    /**
     * The agent works here no more, for good or for the time being: everything the agent held goes back to the place in its queue
     * that it had, what the agent had parked too, and after-call work ends as it is.
     */
    static void leave(Turn turn, AgentId agentId, StatusReason reason) {
        var presence = turn.state().presence(agentId);
        if (presence.status() != AgentStatus.OFF_QUEUE) {
            change(turn, presence.goOffQueue(turn.now()), reason);
        }
        for (var interaction : turn.state().heldBy(agentId)) {
            switch (interaction) {
                case Offered offered -> Offers.enqueue(turn, offered.withdraw(), QueueReason.AGENT_LEFT);
                case Handling handling -> Offers.enqueue(turn, handling.release(turn.now()), QueueReason.AGENT_LEFT);
                case WrappingUp wrappingUp -> WrapUps.abandon(turn, wrappingUp);
            }
        }
        Parking.abandon(turn, agentId);
    }

    /** Changes an agent's status and says so. */
    static void change(Turn turn, AgentPresence next, StatusReason reason) {
        var previous = turn.state().presence(next.agentId()).status();
        turn.state().put(next);
        turn.emit(new RoutingEvent.AgentStatusChanged(next.agentId(), next.status(), previous, reason));
        if (!next.isOnQueue()) {
            LastAgents.leave(turn, next.agentId());
        }
    }
}
