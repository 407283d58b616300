package org.postroom.routing.id;

/** Names a command; a repeat of the same command has the same id. */
public record CommandId(String value) implements Id {

    /** Refuses a blank name. */
    public CommandId {
        Id.requireText(value, "a command id");
    }
}
