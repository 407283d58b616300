package org.postroom.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox's address that an envelope can carry without SMTPUTF8: a dot-string and a host name (RFC 5321, section
 * 4.1.2). Quoted local parts, which hardly any mailbox has and which many servers get wrong, are refused. What a mail
 * names as an address, and may be none of these, is a {@link org.postroom.mail.reading.NamedAddress}.
 *
 * @param value the address, its domain in lower case and ASCII form, at most 254 characters
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /** Refuses what is not an address. */
    public EmailAddress {
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_LOCAL_PART
                || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("expected an address such as help@example.com, but got " + value);
        }
    }

    /**
     * Reads an address as a person writes it.
     *
     * @throws IllegalArgumentException where it is none, in the form "expected …, but …"
     */
    public static EmailAddress of(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        return at < 0
                ? new EmailAddress(trimmed)
                : new EmailAddress(trimmed.substring(0, at) + "@" + asciiDomain(trimmed.substring(at + 1)));
    }

    /** The part after the @. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /**
     * The same local part at another domain.
     *
     * @throws IllegalArgumentException where the whole would be too long or the domain is none
     */
    public EmailAddress at(String domainName) {
        return of(value.substring(0, value.indexOf('@') + 1) + domainName);
    }

    /**
     * The address for comparing. RFC 5321, section 2.4 makes the local part case-sensitive, but no server that people
     * have mailboxes on treats it so: both parts are in lower case.
     */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The address as people read it: its domain in Unicode. */
    public String unicode() {
        return value.substring(0, value.indexOf('@') + 1) + HostNames.unicode(domain());
    }

    private static String asciiDomain(String domain) {
        return HostNames.ascii(domain)
                .orElseThrow(() -> new IllegalArgumentException("expected a host name after the @, but got " + domain));
    }

    @Override
    public String toString() {
        return value;
    }
}
