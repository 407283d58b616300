package org.postroom.routing.id;

/** Names an agent; the subject of the agent's sign-in. */
public record AgentId(String value) implements Id {

    /** Refuses a blank name. */
    public AgentId {
        Id.requireText(value, "an agent id");
    }
}
