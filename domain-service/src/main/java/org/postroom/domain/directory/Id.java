package org.postroom.domain.directory;

import java.util.regex.Pattern;

/**
 * Identifies an entry. It can stand in a path and in a record's key.
 *
 * @param <T> the kind of entry, so that an agent's identifier is never taken for a queue's
 * @param value 1 to 128 letters, digits or . _ : | @ -
 */
@SuppressWarnings("UnusedTypeParameter") // it is there to tell identifiers apart
public record Id<T>(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:|@-]{1,128}");

    /** Checks the identifier. */
    public Id {
        value = checked(value);
    }

    /**
     * Returns an identifier as it is, also one of something that is no entry.
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
