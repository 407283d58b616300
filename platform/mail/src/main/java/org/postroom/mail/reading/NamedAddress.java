package org.postroom.mail.reading;

import org.jspecify.annotations.Nullable;

/**
 * An address as a mail names it, with the name beside it (RFC 5322, section 3.4). It can be one that no answer could be
 * sent to: a quoted local part, an address literal, a host name of one label.
 *
 * @param address the local part as written and the domain in lower case and ASCII form, at most 254 characters
 * @param name the display name, decoded to Unicode, at most 255 characters; null where there is none
 */
public record NamedAddress(String address, @Nullable String name) {}
