package org.postroom.domain.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name in a text that stands for a value, written {@code {{name}}}.
 *
 * @param name letters, digits and inner dots, hyphens and underscores, at most 64, for instance {@code agent.name}
 * @param description what it stands for, for those who write texts; null for nothing to say
 * @param defaultValue what is put in where the value is not known, at most 500 characters
 */
public record Substitution(String name, @Nullable String description, String defaultValue) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");
    private static final int LONGEST_TEXT = 500;

    /** Checks the name and the lengths. */
    public Substitution {
        name = checkedName(name);
        if (description != null) {
            description = notTooLong(description);
        }
        defaultValue = notTooLong(defaultValue);
    }

    /**
     * Returns a name as it is.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 64 letters, digits and inner . - _, but got \"" + name + "\"");
        }
        return name;
    }

    /**
     * Returns a text as it is.
     *
     * @throws IllegalArgumentException where it is longer than 500 characters
     */
    public static String notTooLong(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST_TEXT + " characters, but got " + text.length());
        }
        return text;
    }
}
