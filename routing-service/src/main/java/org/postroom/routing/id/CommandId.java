package org.postroom.routing.id;

/** Names a command; a repeat of the same command has the same id. */
public final class CommandId extends Numbered {

    /**
     * A command of this name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public CommandId(String value) {
        super(value, "a command id");
    }
}
