package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** Names one received mail; a repeated delivery of the same mail has the same id. */
public record EmailId(String value) implements Id {

    /** Refuses a blank name. */
    public EmailId {
        Id.requireText(value, "an email id");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
