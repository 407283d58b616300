package org.postroom.inbound.reception.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The argument of MAIL or RCPT: {@code FROM:<path> NAME=value ...} (RFC 5321, section 4.1.1).
 *
 * @param path what stands between the angle brackets
 * @param parameters the parameters by their names in upper case; an empty value where none was given
 * @param hasRepeated true where a parameter is given twice
 */
record PathArgument(String path, Map<String, String> parameters, boolean hasRepeated) {

    private static final Pattern ARGUMENT = Pattern.compile(
            "([A-Za-z]+): *<((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\"<>])*)>((?: +[!-~\\x{A0}-\\x{10FFFF}&&[^\uFFFD]]+)*) *");

    PathArgument {
        parameters = Map.copyOf(parameters);
    }

    /** Reads an argument; empty where it is none that begins with the given keyword. */
    static Optional<PathArgument> parse(String keyword, @Nullable String argument) {
        if (argument == null) {
            return Optional.empty();
        }
        Matcher parts = ARGUMENT.matcher(argument);
        if (!parts.matches() || !parts.group(1).equalsIgnoreCase(keyword)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean repeated = false;
        for (String parameter : parts.group(3).strip().split("\\s+")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                repeated |= parameters.put(name.toUpperCase(Locale.ROOT), value) != null;
            }
        }
        return Optional.of(new PathArgument(parts.group(2), parameters, repeated));
    }
}
