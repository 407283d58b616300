package org.postroom.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes encoded words (RFC 2047). Neighbours in the same character set are joined before they are decoded, because
 * many senders split a character between two words, which section 5 forbids.
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?\\s]{0,40})?\\?([BbQq])\\?([^?]*)\\?=");

    private EncodedWords() {}

    /** Puts something else in the place of every encoded word. */
    static String replace(String text, UnaryOperator<String> replacement) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(replacement.apply(word.group())));
    }

    /** Decodes every encoded word in a text, and leaves the rest as it is. Never throws. */
    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        Run run = new Run();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            String between = text.substring(end, word.start());
            boolean neighbours = !run.isEmpty() && between.isBlank();
            if (!neighbours || !run.charset.equalsIgnoreCase(word.group(1))) {
                run.flushTo(result);
            }
            if (!neighbours) {
                result.append(between);
            }
            run.add(word.group(1), word.group(2), word.group(3));
            end = word.end();
        }
        run.flushTo(result);
        return result.append(text, end, text.length()).toString();
    }

    private static final class Run {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";

        boolean isEmpty() {
            return bytes.size() == 0;
        }

        void add(String label, String encoding, String content) {
            charset = label;
            bytes.writeBytes(encoding.toUpperCase(Locale.ROOT).equals("B") ? base64(content) : quoted(content));
        }

        void flushTo(StringBuilder result) {
            if (!isEmpty()) {
                result.append(CharsetChoice.decode(bytes.toByteArray(), charset));
                bytes.reset();
            }
        }

        private static byte[] base64(String content) {
            String clean = content.replaceAll("[^A-Za-z0-9+/]", "");
            int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
            return Base64.getDecoder().decode(clean.substring(0, whole));
        }

        /** The Q encoding (section 4.2): an underscore is a space, {@code =XX} a byte. */
        private static byte[] quoted(String content) {
            return unescaped(content.replace('_', ' ').getBytes(StandardCharsets.UTF_8), '=');
        }
    }

    /** Puts a byte in the place of each escape character with two hexadecimal digits after it. */
    static byte[] unescaped(byte[] raw, char escape) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == escape && high >= 0 && low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        return decoded.toByteArray();
    }
}
