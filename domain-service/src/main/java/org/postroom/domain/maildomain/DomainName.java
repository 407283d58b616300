package org.postroom.domain.maildomain;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host name of a mail domain (RFC 1123, section 2.1): at least two labels of letters, digits and inner hyphens, in
 * lower case, in ASCII form, without a trailing dot. Unicode labels are converted (RFC 3490, as DNS hosts still do).
 *
 * @param value the name
 */
public record DomainName(String value) {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Converts the name to its canonical form and checks it. */
    public DomainName {
        value = canonical(value);
        List<String> labels = List.of(value.split("\\.", -1));
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "expected a name of at least two labels, such as example.com, but got \"" + value + "\"");
        }
        labels.forEach(DomainName::checkLabel);
        if (DIGITS.matcher(labels.getLast()).matches()) {
            throw new IllegalArgumentException(
                    "expected a host name, but \"" + value + "\" ends in a number as an IP address does");
        }
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST_NAME + " characters, but got " + value.length());
        }
    }

    private static String canonical(String given) {
        String name = given.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "expected labels of 1 to " + LONGEST_LABEL + " letters, digits and inner hyphens, but got \""
                            + given + "\"",
                    refused);
        }
    }

    private static void checkLabel(String label) {
        if (label.length() > LONGEST_LABEL || !LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("expected labels of 1 to " + LONGEST_LABEL
                    + " letters, digits and inner hyphens, but got \"" + label + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
