package org.postroom.mail.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A line of a calendar (RFC 5545, section 3.1).
 *
 * @param name its name in upper case; empty where the line is none
 * @param parameters its parameters by their names in upper case
 * @param value its value as it stands
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    private static final int MOST_PARAMETERS = 50;

    /** Reads a line that was unfolded. */
    static CalendarLine of(String line) {
        int end = separator(line, 0);
        String name = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        while (end < line.length() && line.charAt(end) == ';' && parameters.size() < MOST_PARAMETERS) {
            int next = separator(line, end + 1);
            String parameter = line.substring(end + 1, next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).replace("\"", ""));
            }
            end = next;
        }
        return new CalendarLine(name, parameters, end < line.length() ? line.substring(end + 1) : "");
    }

    /** A parameter; empty where there is none. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The value as text, without escapes (section 3.3.11). */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** Where the next semicolon or colon is that stands in no quotes; the line's length where there is none. */
    private static int separator(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char character = line.charAt(i);
            quoted ^= character == '"';
            if (!quoted && (character == ';' || character == ':')) {
                return i;
            }
        }
        return line.length();
    }
}
