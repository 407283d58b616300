package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names an agent; the subject of the agent's sign-in. */
public record AgentId(String value) implements Id {

    /** Refuses a blank name. */
    public AgentId {
        Id.requireText(value, "an agent id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgentId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
