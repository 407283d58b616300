package org.postroom.routing.id;

/** Names an interaction: one piece of work for an agent. */
public record InteractionId(String value) implements Id {

    /** Refuses a blank name. */
    public InteractionId {
        Id.requireText(value, "an interaction id");
    }
}
