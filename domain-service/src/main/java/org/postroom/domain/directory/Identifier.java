package org.postroom.domain.directory;

import java.util.regex.Pattern;

/** The rule that every identifier keeps, so that it can stand in a path and in a record's key. */
public final class Identifier {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:|@-]{1,128}");

    private Identifier() {}

    /**
     * Returns the identifier as it is.
     *
     * @throws IllegalArgumentException where it does not keep the rule
     */
    public static String checked(String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 128 letters, digits or . _ : | @ -, but got \"" + value + "\"");
        }
        return value;
    }
}
