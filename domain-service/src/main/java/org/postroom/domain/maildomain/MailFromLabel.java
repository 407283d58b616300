package org.postroom.domain.maildomain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The label in front of a domain that makes the subdomain of its envelope senders, so that bounces come back to us.
 *
 * @param value one DNS label in lower case
 */
public record MailFromLabel(String value) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What a domain has until another is chosen. */
    public static final MailFromLabel DEFAULT = new MailFromLabel("bounce");

    /** Lowers the label and checks it. */
    public MailFromLabel {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected one label of 1 to 63 letters, digits and inner hyphens, but got \"" + value + "\"");
        }
    }
}
