package org.postroom.routing.id;

/** Names one offer of an interaction to an agent. */
public record OfferId(String value) implements Id {

    /** Refuses a blank name. */
    public OfferId {
        Id.requireText(value, "an offer id");
    }
}
