package org.postroom.inbound.reception.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that a server has given and nobody has looked at, each in one piece however many lines it has. */
final class Answers {

    /** RFC 5321, section 4.5.3.1.5, with the line's end. */
    private static final int LONGEST_LINE = 512;

    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})([ -])[ -~]*");

    private final Deque<String> answers = new ArrayDeque<>();

    /**
     * Adds what the server said.
     *
     * @throws AssertionError where that is no answer (RFC 5321, section 4.2)
     */
    void add(byte[] said) {
        String text = new String(said, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return;
        }
        Checked.require(text.endsWith("\r\n"), "an answer does not end", text);
        String code = "";
        for (String line : text.substring(0, text.length() - 2).split("\r\n", -1)) {
            Matcher parts = LINE.matcher(line);
            Checked.require(parts.matches() && line.length() + 2 <= LONGEST_LINE, "an answer is none", text);
            Checked.require(code.isEmpty() || code.equals(parts.group(1)), "an answer has two codes", text);
            boolean last = parts.group(2).equals(" ");
            code = last ? "" : parts.group(1);
            if (last) {
                answers.add(line);
            }
        }
        Checked.require(code.isEmpty(), "an answer has no last line", text);
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    /** The last line of the next answer; empty where there is none. */
    String next() {
        return answers.isEmpty() ? "" : answers.remove();
    }

    @Override
    public String toString() {
        return answers.toString();
    }
}
