package org.postroom.inbound.authenticity.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A field of a header as it was received, a character for each octet.
 *
 * @param name its name in lower case
 * @param raw the field without its last line end
 */
record HeaderField(String name, String raw) {

    /** What follows the colon. */
    String value() {
        return raw.substring(raw.indexOf(':') + 1);
    }

    /** The same field with another value. */
    HeaderField withValue(String value) {
        return new HeaderField(name, raw.substring(0, raw.indexOf(':') + 1) + value);
    }

    /** Reads a header; lines that are no field are passed over. */
    static List<HeaderField> all(String header) {
        List<HeaderField> fields = new ArrayList<>();
        int start = 0;
        while (start < header.length()) {
            int end = endOfField(header, start);
            add(fields, header.substring(start, end));
            start = end;
        }
        return fields;
    }

    private static int endOfField(String header, int start) {
        int end = header.indexOf('\n', start);
        while (end >= 0 && end + 1 < header.length() && isSpace(header.charAt(end + 1))) {
            end = header.indexOf('\n', end + 1);
        }
        return end < 0 ? header.length() : end + 1;
    }

    private static void add(List<HeaderField> fields, String written) {
        String raw = written.endsWith("\n") ? written.substring(0, written.length() - 1) : written;
        raw = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        int colon = raw.indexOf(':');
        if (colon > 0) {
            fields.add(new HeaderField(raw.substring(0, colon).strip().toLowerCase(Locale.ROOT), raw));
        }
    }

    private static boolean isSpace(char octet) {
        return octet == ' ' || octet == '\t';
    }
}
