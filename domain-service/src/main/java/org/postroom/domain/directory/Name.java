package org.postroom.domain.directory;

import java.util.Locale;

/**
 * A name that people gave to something: 1 to 100 characters on one line, without control characters, so that it can
 * stand in a header field of a mail.
 *
 * @param value the name, without white space around it
 */
public record Name(String value) {

    private static final int LONGEST = 100;

    /** Strips the name and checks it. */
    public Name {
        value = value.strip();
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("expected a name of 1 to " + LONGEST + " characters, but got " + length);
        }
        if (value.codePoints().anyMatch(Name::breaksTheLine)) {
            throw new IllegalArgumentException("expected a name on one line, but it has a control character");
        }
    }

    /** The form in which two names are the same. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Override
    public String toString() {
        return value;
    }
}
