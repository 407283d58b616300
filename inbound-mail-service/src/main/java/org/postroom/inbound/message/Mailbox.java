package org.postroom.inbound.message;

import org.jspecify.annotations.Nullable;

/**
 * A mail address with the name beside it (RFC 5322, section 3.4).
 *
 * @param address the local part as written and the domain in lower case, at most 254 characters
 * @param name the display name, decoded to Unicode; null where there is none
 */
public record Mailbox(String address, @Nullable String name) {}
