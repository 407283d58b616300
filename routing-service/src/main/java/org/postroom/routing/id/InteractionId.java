package org.postroom.routing.id;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names an interaction: one piece of work for an agent. Ordered as its text is.
 *
 * <p>Those that exist are UUIDs in lower case (see {@link DerivedIds}) and kept as their two numbers, since there may be a million
 * of them in memory and every decision looks many up. Any other text, which a command may name, is kept as it is.
 */
public final class InteractionId implements Id, Comparable<InteractionId> {

    private static final int UUID_LENGTH = 36;

    private final long high;
    private final long low;
    private final @Nullable String text;

    /**
     * An interaction of this name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public InteractionId(String value) {
        Id.requireText(value, "an interaction id");
        var uuid = uuid(value);
        high = uuid == null ? 0 : uuid.getMostSignificantBits();
        low = uuid == null ? 0 : uuid.getLeastSignificantBits();
        text = uuid == null ? value : null;
    }

    /** The interaction whose name is this UUID, given as its two halves. */
    public InteractionId(long high, long low) {
        this.high = high;
        this.low = low;
        this.text = null;
    }

    @Override
    public String value() {
        return text == null ? new UUID(high, low).toString() : text;
    }

    /** The first 64 bits of the UUID that it is; 0 where {@link #text} is not null. */
    public long high() {
        return high;
    }

    /** The last 64 bits of the UUID that it is; 0 where {@link #text} is not null. */
    public long low() {
        return low;
    }

    /** The name where it is no UUID in lower case; else null. */
    public @Nullable String text() {
        return text;
    }

    @Override
    public int compareTo(InteractionId other) {
        if (text != null || other.text != null) {
            return value().compareTo(other.value());
        }
        return high != other.high ? Long.compareUnsigned(high, other.high) : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InteractionId same
                && high == same.high
                && low == same.low
                && (text == null ? same.text == null : text.equals(same.text));
    }

    @Override
    public int hashCode() {
        return text == null ? Long.hashCode(high ^ low) : text.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }

    /** The UUID that is written exactly so, or null: only then does its text come back from its numbers. */
    private static @Nullable UUID uuid(String value) {
        if (value.length() != UUID_LENGTH) {
            return null;
        }
        try {
            var uuid = UUID.fromString(value);
            return uuid.toString().equals(value) ? uuid : null;
        } catch (IllegalArgumentException another) {
            return null;
        }
    }
}
