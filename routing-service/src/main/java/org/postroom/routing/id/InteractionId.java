package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names an interaction: one piece of work for an agent. */
public record InteractionId(String value) implements Id {

    /** Refuses a blank name. */
    public InteractionId {
        Id.requireText(value, "an interaction id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InteractionId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
