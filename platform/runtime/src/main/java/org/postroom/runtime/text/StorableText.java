package org.postroom.runtime.text;

/**
 * Makes text that others wrote fit to store. PostgreSQL refuses U+0000 in text and {@code \}{@code u0000} in jsonb, and
 * half a surrogate pair is no character in UTF-8: what nobody can store is replaced where it enters, so that it cannot
 * hold up what it belongs to.
 */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char CUT = '…';

    private static final String ESCAPED_NUL = "\\u0000";

    private StorableText() {}

    /** True for a text that can be stored as it is. */
    public static boolean isStorable(String text) {
        return firstUnfit(text) == text.length();
    }

    /** The text with U+FFFD instead of each character that cannot be stored; the same where it has none. */
    public static String of(String text) {
        int first = firstUnfit(text);
        if (first == text.length()) {
            return text;
        }
        var fit = new StringBuilder(text.length()).append(text, 0, first);
        for (int index = first; index < text.length(); index++) {
            fit.append(unfit(text, index) ? REPLACEMENT : text.charAt(index));
        }
        return fit.toString();
    }

    /**
     * The same, and no longer than others should be able to make it.
     *
     * @param longest the most UTF-16 units that come back, at least 1; a longer text is cut and ends in {@code …}
     */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return of(text);
        }
        int end = longest - 1;
        boolean tears = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return of(text.substring(0, tears ? end - 1 : end)) + CUT;
    }

    /** A JSON document that jsonb takes, with the same structure. */
    public static String json(String document) {
        String text = of(document);
        if (!text.contains(ESCAPED_NUL)) {
            return text;
        }
        var fit = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            if (text.startsWith(ESCAPED_NUL, index)) {
                fit.append(REPLACEMENT);
                index += ESCAPED_NUL.length();
            } else {
                int end = Math.min(text.length(), index + (text.charAt(index) == '\\' ? 2 : 1));
                fit.append(text, index, end);
                index = end;
            }
        }
        return fit.toString();
    }

    private static int firstUnfit(String text) {
        int index = 0;
        while (index < text.length() && !unfit(text, index)) {
            index++;
        }
        return index;
    }

    private static boolean unfit(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return character == 0;
    }
}
