package org.postroom.inbound.reception;

/**
 * How much a message may be, whoever it is for. Nothing beyond these is kept.
 *
 * @param message its octets, as announced by SIZE (RFC 1870)
 * @param header the octets of its header
 * @param line the octets of one line; RFC 5321, section 4.5.3.1.6 says 1000, but mailers send longer ones
 */
public record ContentLimits(long message, long header, long line) {}
