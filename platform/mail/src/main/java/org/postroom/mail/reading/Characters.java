package org.postroom.mail.reading;

/** What of others' characters may go on. */
final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** A body's text without U+0000, which no database and no page takes. */
    static String ofBody(String text) {
        return wellFormed(text.indexOf(0) < 0 ? text : text.replace("\0", ""));
    }

    /** One line: without line breaks, and with spaces in the place of other control characters. */
    static String onOneLine(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && line.length() < most; i++) {
            char character = text.charAt(i);
            if (character != '\r' && character != '\n') {
                line.append(Character.isISOControl(character) ? ' ' : character);
            }
        }
        return wellFormed(line.toString().strip());
    }

    /** Shortens a text without tearing a surrogate pair apart. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The text with U+FFFD for each half of a surrogate pair that stands alone; the same where there is none. */
    private static String wellFormed(String text) {
        int first = firstAlone(text, 0);
        if (first == text.length()) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (int alone = first; alone < text.length(); alone = firstAlone(text, alone + 1)) {
            whole.setCharAt(alone, REPLACEMENT);
        }
        return whole.toString();
    }

    private static int firstAlone(String text, int from) {
        int index = from;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && index + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(index + 1));
                if (!pair) {
                    return index;
                }
                index++;
            }
            index++;
        }
        return index;
    }
}
