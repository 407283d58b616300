package org.postroom.verification.record;

/**
 * An answer with who gave it.
 *
 * @param server the name server, by host name
 * @param answer what it answered
 */
public record ServerAnswer(String server, DnsAnswer answer) {}
