package org.postroom.routing.id;

/** Names a mail address that the organisation receives at. */
public record AddressId(String value) implements Id {

    /** Refuses a blank name. */
    public AddressId {
        Id.requireText(value, "an address id");
    }
}
