package org.postroom.inbound.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.inbound.reception.EnvelopeSender;

/** The envelope's sender as the last mail server wrote it down, on top of the mail (RFC 5321, section 4.4). */
final class ReturnPath {

    /** Fields of the provider's stand above it; a sender's own Return-Path would stand far below. */
    private static final int LARGEST_BEGINNING = 16 * 1024;

    private static final Pattern FIELD = Pattern.compile(
            "^Return-Path:[ \\t]*<([^<>\\s@]{1,64}@[^<>\\s@]{1,255})>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("^\\r?$", Pattern.MULTILINE);

    private ReturnPath() {}

    /** Reads it from the beginning of a mail; the null sender where there is none. */
    static EnvelopeSender of(byte[] beginning, int length) {
        String text = new String(beginning, 0, Math.min(length, LARGEST_BEGINNING), StandardCharsets.ISO_8859_1);
        Matcher end = END.matcher(text);
        Matcher field = FIELD.matcher(text);
        if (end.find()) {
            field.region(0, end.start());
        }
        String path = field.find() ? field.group(1) : "";
        return new EnvelopeSender(new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}
