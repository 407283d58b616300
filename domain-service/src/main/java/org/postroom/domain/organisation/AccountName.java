package org.postroom.domain.organisation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short name of an organisation, alone in the installation: a DNS label (RFC 1035, section 2.3.1), in lower case.
 *
 * @param value the name
 */
public record AccountName(String value) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Lowers the name and checks it. */
    public AccountName {
        value = value.toLowerCase(Locale.ROOT);
        if (!LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 63 letters, digits and inner hyphens, but got \"" + value + "\"");
        }
    }
}
