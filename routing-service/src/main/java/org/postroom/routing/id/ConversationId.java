package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names a conversation. */
public record ConversationId(String value) implements Id {

    /** Refuses a blank name. */
    public ConversationId {
        Id.requireText(value, "a conversation id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversationId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
