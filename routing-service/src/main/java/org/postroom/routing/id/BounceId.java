package org.postroom.routing.id;

/** Names what a delivery report said of one reply and its recipients. */
public record BounceId(String value) implements Id {

    /** Refuses a blank name. */
    public BounceId {
        Id.requireText(value, "a bounce id");
    }
}
