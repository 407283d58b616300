package org.postroom.routing.id;

/** Stands for a sender of automatic mail, whose address is not kept. */
public record SenderId(String value) implements Id {

    /** Refuses a blank name. */
    public SenderId {
        Id.requireText(value, "a sender id");
    }
}
