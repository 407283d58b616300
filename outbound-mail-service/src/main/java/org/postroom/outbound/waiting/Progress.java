package org.postroom.outbound.waiting;

/** How far a reply came when it was its turn. */
public sealed interface Progress {

    /** It needs no further turn: it went on, or it was refused. */
    record Settled() implements Progress {}

    /**
     * News that it needs is probably on its way by another topic.
     *
     * @param reason what is missing, in the form "expected …, but …"
     */
    record Expecting(String reason) implements Progress {}

    /**
     * A rule keeps it back until something changes.
     *
     * @param reason the rule, in the form "expected …, but …"
     */
    record Held(String reason) implements Progress {}
}
