package org.postroom.routing.id;

import org.jspecify.annotations.Nullable;

/** A Message-ID as the header has it, without angle brackets (RFC 5322, section 3.6.4). */
public record MessageId(String value) implements Id {

    /** Refuses a blank name. */
    public MessageId {
        Id.requireText(value, "a Message-ID");
    }

    // Written out, since every decision looks many of these up, and what the compiler makes of a record costs more.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
