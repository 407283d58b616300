package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.id.AgentId;

/** The configured agents. */
final class Agents extends Slice<AgentId, AgentProfile> {

    private final Dispatcher dispatcher;

    Agents(Dispatcher dispatcher) {
        super(EntityKind.AGENT, AgentProfile.class, AgentId::new);
        this.dispatcher = dispatcher;
    }

    @Override
    void follow(AgentId id, @Nullable AgentProfile before, @Nullable AgentProfile after) {
        if (after == null) {
            dispatcher.remove(id);
        } else {
            dispatcher.configure(after);
        }
    }
}
