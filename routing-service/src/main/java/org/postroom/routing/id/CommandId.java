package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names a command; a repeat of the same command has the same id. */
public record CommandId(String value) implements Id {

    /** Refuses a blank name. */
    public CommandId {
        Id.requireText(value, "a command id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommandId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
