package org.postroom.mail;

import java.util.regex.Pattern;

/** Text on its way into a header field. */
public final class HeaderText {

    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern BREAKING_RUN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\s]+");

    private HeaderText() {}

    /** True where the text has a line break or another control character, which could begin a header of its own. */
    public static boolean breaksLine(String text) {
        return BREAKING.matcher(text).find();
    }

    /** The text on one line: each run of white space and control characters becomes one space. */
    public static String onOneLine(String text) {
        return BREAKING_RUN.matcher(text).replaceAll(" ").strip();
    }
}
