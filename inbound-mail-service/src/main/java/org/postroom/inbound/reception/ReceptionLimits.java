package org.postroom.inbound.reception;

/**
 * What a message may be.
 *
 * @param messageSize the largest message in bytes, as announced by SIZE (RFC 1870)
 * @param hops the most Received fields (RFC 5321, section 6.3)
 */
public record ReceptionLimits(long messageSize, int hops) {}
