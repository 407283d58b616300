package org.postroom.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field such as Content-Type: a value with parameters (RFC 2045, section 5.1), in pieces and with character sets where
 * it likes (RFC 2231), and with what passes for them in practice: raw bytes, encoded words, missing quotes, labels that
 * lie.
 */
final class Parameters {

    private static final int MOST = 200;
    private static final int LONGEST = 2_000;
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*(?:(\\d{1,3})(\\*)?)?");
    private static final Pattern EXTENDED = Pattern.compile("([^']*)'[^']*'(.*)", Pattern.DOTALL);

    private final String value;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, SortedMap<Integer, Piece>> inPieces = new HashMap<>();

    /**
     * Reads a field's body.
     *
     * @param body the body on one line, with encoded words still encoded
     */
    Parameters(String body) {
        int end = body.indexOf(';');
        value = firstWord(end < 0 ? body : body.substring(0, end)).toLowerCase(Locale.ROOT);
        Scanner scanner = new Scanner(body, end < 0 ? body.length() : end);
        for (int count = 0; count < MOST && scanner.next(); count++) {
            add(scanner.name, scanner.value);
        }
    }

    /** What stands before the first parameter, in lower case. */
    String value() {
        return value;
    }

    /** A parameter by its name in lower case; null where there is none. What it says in Unicode is preferred. */
    @Nullable
    String get(String name) {
        @Nullable SortedMap<Integer, Piece> pieces = inPieces.get(name);
        return pieces == null ? parameters.get(name) : joined(pieces);
    }

    /** A parameter that is one word, such as a character set. */
    @Nullable
    String word(String name) {
        @Nullable String whole = get(name);
        return whole == null ? null : firstWord(whole);
    }

    private void add(String name, String text) {
        Matcher piece = PIECE.matcher(name);
        if (!piece.matches()) {
            parameters.putIfAbsent(name, text);
            return;
        }
        @Nullable String number = piece.group(2);
        boolean extended = number == null || piece.group(3) != null;
        inPieces.computeIfAbsent(String.valueOf(piece.group(1)), none -> new TreeMap<>())
                .putIfAbsent(number == null ? 0 : Integer.parseInt(number), new Piece(text, extended));
    }

    private static String joined(SortedMap<Integer, Piece> pieces) {
        StringBuilder whole = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        @Nullable String label = null;
        boolean first = true;
        for (Piece piece : pieces.values()) {
            String text = piece.text;
            if (piece.extended) {
                Matcher labelled = EXTENDED.matcher(text);
                if (first && labelled.matches()) {
                    label = labelled.group(1);
                    text = String.valueOf(labelled.group(2));
                }
                bytes.writeBytes(percentDecoded(text));
            } else {
                whole.append(CharsetChoice.decode(bytes.toByteArray(), label)).append(text);
                bytes.reset();
            }
            first = false;
        }
        return whole.append(CharsetChoice.decode(bytes.toByteArray(), label)).toString();
    }

    private static byte[] percentDecoded(String text) {
        return EncodedWords.unescaped(text.getBytes(StandardCharsets.UTF_8), '%');
    }

    private static String firstWord(String text) {
        String word = text.strip();
        int end = 0;
        while (end < word.length() && !Character.isWhitespace(word.charAt(end)) && word.charAt(end) != '(') {
            end++;
        }
        return word.substring(0, end);
    }

    private record Piece(String text, boolean extended) {}

    /** Finds one parameter after the other. */
    private static final class Scanner {

        private final String body;
        private int position;
        private String name = "";
        private String value = "";

        Scanner(String body, int position) {
            this.body = body;
            this.position = position;
        }

        boolean next() {
            while (position < body.length()) {
                position++;
                int nameEnd = position;
                while (nameEnd < body.length() && body.charAt(nameEnd) != '=' && body.charAt(nameEnd) != ';') {
                    nameEnd++;
                }
                name = body.substring(position, nameEnd).strip().toLowerCase(Locale.ROOT);
                position = nameEnd;
                if (position < body.length() && body.charAt(position) == '=' && !name.isEmpty()) {
                    position++;
                    value = Characters.shorten(value(), LONGEST);
                    return true;
                }
                skipToSeparator();
            }
            return false;
        }

        private String value() {
            while (position < body.length() && Character.isWhitespace(body.charAt(position))) {
                position++;
            }
            if (position < body.length() && body.charAt(position) == '"') {
                String quoted = quoted();
                skipToSeparator();
                return quoted;
            }
            int begin = position;
            skipToSeparator();
            return body.substring(begin, position).strip();
        }

        private String quoted() {
            StringBuilder text = new StringBuilder();
            position++;
            while (position < body.length() && body.charAt(position) != '"') {
                char character = body.charAt(position);
                boolean escape = character == '\\'
                        && position + 1 < body.length()
                        && (body.charAt(position + 1) == '"' || body.charAt(position + 1) == '\\');
                position += escape ? 1 : 0;
                text.append(body.charAt(position));
                position++;
            }
            return text.toString();
        }

        private void skipToSeparator() {
            while (position < body.length() && body.charAt(position) != ';') {
                position++;
            }
        }
    }
}
