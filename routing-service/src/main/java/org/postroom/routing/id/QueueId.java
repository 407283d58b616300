package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names a queue. */
public record QueueId(String value) implements Id {

    /** Refuses a blank name. */
    public QueueId {
        Id.requireText(value, "a queue id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueueId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
