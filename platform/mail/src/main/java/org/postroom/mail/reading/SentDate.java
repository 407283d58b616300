package org.postroom.mail.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Date field (RFC 5322, section 3.3) and the older forms that are still about (section 4.3): a day's name in
 * any language or none, any white space, years of two digits, zones with names.
 */
final class SentDate {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES =
            Map.of("EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8);
    private static final Pattern FORM = Pattern.compile(
            "(?:[\\p{L}.]{1,12}\\s*,?)?\\s*(\\d{1,2})[\\s-]{1,10}([A-Za-z]{3})[a-z]{0,6}[\\s-]{1,10}(\\d{2,4})\\s{1,10}"
                    + "(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2}))?\\s{0,10}([+-]\\d{4}|[A-Za-z]{1,5})?(?:[\\s(].*)?");

    private SentDate() {}

    /**
     * The moment; empty where it cannot be read or no mail can be of that time.
     *
     * @param body the field's body on one line
     */
    static Optional<Instant> read(String body) {
        Matcher parts = FORM.matcher(body);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    year(number(parts, 3)),
                    MONTHS.indexOf(String.valueOf(parts.group(2)).toLowerCase(Locale.ROOT)) + 1,
                    number(parts, 1),
                    number(parts, 4),
                    number(parts, 5),
                    Math.min(number(parts, 6), 59));
            return Optional.of(local.toInstant(zone(parts.group(7))))
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        @Nullable String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Years of two digits are of the years from 1950 to 2049, those of three count from 1900. */
    private static int year(int written) {
        if (written >= 1000) {
            return written;
        }
        return written < 50 ? 2000 + written : 1900 + written;
    }

    /** The zone; that of Greenwich where there is none, or one that nobody knows. */
    private static ZoneOffset zone(@Nullable String written) {
        if (written == null || Character.isLetter(written.charAt(0))) {
            int hours = written == null ? 0 : ZONES.getOrDefault(written.toUpperCase(Locale.ROOT), 0);
            return ZoneOffset.ofHours(hours);
        }
        int sign = written.startsWith("-") ? -1 : 1;
        int hours = Integer.parseInt(written.substring(1, 3));
        int minutes = Integer.parseInt(written.substring(3, 5));
        return ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
    }
}
