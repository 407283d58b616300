package org.postroom.verification.record;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer with who gave it.
 *
 * @param server the name server, by host name
 * @param address the address that was asked; null where none was
 * @param answer what it answered
 * @param took how long that took
 */
public record ServerAnswer(String server, @Nullable String address, DnsAnswer answer, Duration took) {}
