package org.postroom.inbound.scan;

/** How an engine answers. */
public sealed interface Answer {

    /** It has looked at the mail. */
    record Found(Scan scan) implements Answer {}

    /** It takes no mail of this size; asking again would not help. */
    record TooLarge() implements Answer {}

    /** It wants the sender to try again later, and decides then. */
    record Later() implements Answer {}
}
