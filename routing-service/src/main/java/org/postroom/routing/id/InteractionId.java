package org.postroom.routing.id;

/** Names an interaction: one piece of work for an agent. Ordered as its text is. */
public final class InteractionId extends Numbered implements Comparable<InteractionId> {

    /**
     * An interaction of this name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public InteractionId(String value) {
        super(value, "an interaction id");
    }

    /** The interaction whose name is this UUID, given as its two halves. */
    public InteractionId(long high, long low) {
        super(high, low);
    }

    @Override
    public int compareTo(InteractionId other) {
        return compare(other);
    }
}
