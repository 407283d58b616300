package org.postroom.routing.decision;

import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Offered;
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
        var presence = turn.state().presence(agentId);
        if (presence.status() == AgentStatus.OFF_QUEUE) {
            return;
        }
        change(turn, presence.goOffQueue(turn.now()), StatusReason.REQUESTED);
        for (var interaction : turn.state().heldBy(agentId)) {
            if (interaction instanceof Offered offered) {
                Offers.enqueue(turn, offered.withdraw(), QueueReason.AGENT_LEFT);
            }
        }
    }

    /** The agent is gone for good: everything the agent held goes back to its queue. */
    static void remove(Turn turn, AgentId agentId) {
        var presence = turn.state().presence(agentId);
        if (presence.status() != AgentStatus.OFF_QUEUE) {
            change(turn, presence.goOffQueue(turn.now()), StatusReason.AGENT_REMOVED);
        }
        for (var interaction : turn.state().heldBy(agentId)) {
            switch (interaction) {
                case Offered offered -> Offers.enqueue(turn, offered.withdraw(), QueueReason.AGENT_LEFT);
                case Handling handling -> Offers.enqueue(turn, handling.release(turn.now()), QueueReason.AGENT_LEFT);
            }
        }
        turn.state().remove(agentId);
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
