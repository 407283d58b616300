package org.postroom.outbound.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

/** The header of a mail as it stands on the wire, field by field, each with its folds and without its last line break. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeaderFields(List<String> fields, byte[] rest) {

    private static final Pattern BETWEEN_FIELDS = Pattern.compile("\\r\\n(?![ \\t])");
    private static final String END = "\r\n\r\n";

    static HeaderFields of(RawMail mail) {
        byte[] octets = mail.octets();
        String whole = new String(octets, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf(END);
        String header = end < 0 ? whole : whole.substring(0, end);
        byte[] rest = end < 0 ? new byte[0] : java.util.Arrays.copyOfRange(octets, end, octets.length);
        return new HeaderFields(List.of(BETWEEN_FIELDS.split(header)), rest);
    }

    /** The name of a field, in lower case. */
    static String name(String field) {
        int colon = field.indexOf(':');
        return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    }

    /** What stands after the colon, folds included. */
    static String body(String field) {
        return field.substring(field.indexOf(':') + 1);
    }

    /** The mail from another address of the same author: answers still go to the first one. */
    RawMail from(EmailAddress original, EmailAddress other) {
        List<String> changed = new ArrayList<>();
        boolean replyTo = false;
        for (String field : fields) {
            replyTo |= name(field).equals("reply-to");
            changed.add(name(field).equals("from") ? replaceLast(field, original.value(), other.value()) : field);
        }
        if (!replyTo) {
            changed.add("Reply-To: " + original.value());
        }
        return written(changed);
    }

    private RawMail written(List<String> changed) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(String.join("\r\n", changed).getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(rest);
        return new RawMail(whole.toByteArray());
    }

    private static String replaceLast(String field, String old, String replacement) {
        int at = field.toLowerCase(Locale.ROOT).lastIndexOf(old.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new IllegalStateException("expected the composed mail to name its From address, but it does not");
        }
        return field.substring(0, at) + replacement + field.substring(at + old.length());
    }
}
