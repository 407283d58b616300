package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.presence.AgentPresence;

/** Which agents are here. */
final class PresenceBoard extends Slice<AgentId, AgentPresence> {

    private final Dispatcher dispatcher;

    PresenceBoard(Dispatcher dispatcher) {
        super(EntityKind.PRESENCE, AgentPresence.class, AgentId::new);
        this.dispatcher = dispatcher;
    }

    /** An agent's presence; that of one who was never here where nothing else is known. */
    AgentPresence of(AgentId agentId) {
        var presence = get(agentId);
        return presence == null ? AgentPresence.unseen(agentId) : presence;
    }

    /** An agent's presence goes with the agent, whom the dispatcher forgets then. */
    @Override
    void follow(AgentId id, @Nullable AgentPresence before, @Nullable AgentPresence after) {
        if (after != null) {
            dispatcher.note(after);
        }
    }
}
