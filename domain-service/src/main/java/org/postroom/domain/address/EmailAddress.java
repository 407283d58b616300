package org.postroom.domain.address;

import org.postroom.mail.DomainName;

/**
 * A mail address, at most 254 octets long (RFC 5321, section 4.5.3.1.3).
 *
 * @param localPart the part before the @
 * @param domain the part after it
 */
public record EmailAddress(LocalPart localPart, DomainName domain) {

    private static final int LONGEST = 254;

    /** Checks the length of the whole. */
    public EmailAddress {
        int length = localPart.value().length() + 1 + domain.value().length();
        if (length > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " characters, but got " + length);
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static EmailAddress parse(String text) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(
                    "expected an address such as help@example.com, but got \"" + address + "\"");
        }
        return new EmailAddress(new LocalPart(address.substring(0, at)), new DomainName(address.substring(at + 1)));
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
