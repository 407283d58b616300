package org.postroom.inbound.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, addresses and codes in reports, made fit to go on. */
final class Wording {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]\",;:@]{1,200}@[^\\s<>()\\[\\]\",;:@]{1,255}");
    private static final Pattern ENHANCED = Pattern.compile("(?<![0-9.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![0-9.])");

    private Wording() {}

    /** One line without control characters, at most 1000 characters. */
    static String onOneLine(String text) {
        return shortened(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST);
    }

    /** A text of at most so many characters, none of which is torn apart. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The address in a text such as {@code <a@example.com>}; empty where it has none. */
    static Optional<String> address(String text) {
        Matcher found = ADDRESS.matcher(text);
        return found.find() && found.group().length() <= LONGEST_ADDRESS
                ? Optional.of(withoutDot(found.group()))
                : Optional.empty();
    }

    /** The first enhanced status code (RFC 3463) in a text. */
    static Optional<String> enhancedStatus(String text) {
        Matcher found = ENHANCED.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String withoutDot(String address) {
        return address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
    }
}
