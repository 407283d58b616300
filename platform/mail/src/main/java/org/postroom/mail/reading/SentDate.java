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
 * Reads the Date field (RFC 5322, section 3.3) and the other forms that are still about: those of section 4.3, of C's
 * ctime and of ISO 8601, a day's name in any language or none, any white space, years of two digits, zones with names.
 */
final class SentDate {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");
    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Zones in quarters of an hour from Greenwich; names that stand for several zones are not among them. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EDT", -16),
            Map.entry("EST", -20),
            Map.entry("CDT", -20),
            Map.entry("CST", -24),
            Map.entry("MDT", -24),
            Map.entry("MST", -28),
            Map.entry("PDT", -28),
            Map.entry("PST", -32),
            Map.entry("AKDT", -32),
            Map.entry("AKST", -36),
            Map.entry("HST", -40),
            Map.entry("WEST", 4),
            Map.entry("BST", 4),
            Map.entry("CET", 4),
            Map.entry("MET", 4),
            Map.entry("MEZ", 4),
            Map.entry("CEST", 8),
            Map.entry("MEST", 8),
            Map.entry("MESZ", 8),
            Map.entry("EET", 8),
            Map.entry("EEST", 12),
            Map.entry("MSK", 12),
            Map.entry("HKT", 32),
            Map.entry("SGT", 32),
            Map.entry("JST", 36),
            Map.entry("KST", 36),
            Map.entry("AEST", 40),
            Map.entry("AEDT", 44),
            Map.entry("NZST", 48),
            Map.entry("NZDT", 52));

    private static final String CLOCK =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?(?=\\s|$))?";
    private static final String ZONE =
            "(?<zone>(?:UTC|GMT|UT)?[+-]\\d{1,2}:\\d{2}|(?:UTC|GMT|UT)?[+-]\\d{3,4}|(?:UTC|GMT)[+-]\\d{1,2}|[A-Za-z]{1,5})?";
    private static final String DAY_OF_WEEK = "(?:[\\p{L}.]{1,12}\\s?,?)?\\s?";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(DAY_OF_WEEK
                    + "(?<day>\\d{1,2})[\\s-]{1,3}(?<month>[A-Za-z]{3})[a-z]{0,6}[\\s.,-]{1,3}(?<year>\\d{2,4}),?\\s"
                    + CLOCK + "\\s?" + ZONE + "(?:[\\s\"].*)?"),
            Pattern.compile(DAY_OF_WEEK + "(?<month>[A-Za-z]{3})[a-z]{0,6}\\s(?<day>\\d{1,2})\\s" + CLOCK + "\\s" + ZONE
                    + "\\s?(?<year>\\d{4})"),
            Pattern.compile(DAY_OF_WEEK + "(?<month>[A-Za-z]{3})[a-z]{0,6}\\s(?<day>\\d{1,2}),?\\s(?<year>\\d{4}),?\\s"
                    + CLOCK + "\\s?" + ZONE),
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T\\s]" + CLOCK + "\\s?" + ZONE));

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)?");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private SentDate() {}

    /**
     * The moment; empty where it cannot be read or no mail can be of that time.
     *
     * @param body the field's body on one line
     */
    static Optional<Instant> read(String body) {
        String plain = SPACE.matcher(
                        COMMENT.matcher(Characters.shorten(body, LONGEST)).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return FORMS.stream()
                .map(form -> form.matcher(plain))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(SentDate::moment);
    }

    private static Optional<Instant> moment(Matcher parts) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    year(number(parts, "year")),
                    month(String.valueOf(parts.group("month"))),
                    number(parts, "day"),
                    hour(number(parts, "hour"), parts.group("half")),
                    number(parts, "minute"),
                    Math.min(number(parts, "second"), 59));
            return Optional.of(local.toInstant(zone(parts.group("zone"))))
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, String group) {
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

    private static int month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : MONTHS.indexOf(written.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null || written > 12) {
            return written;
        }
        return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    /** The zone; that of Greenwich where there is none, or one that nobody knows. */
    private static ZoneOffset zone(@Nullable String written) {
        String offset = written == null ? "" : written.replaceFirst("^[A-Za-z]+(?=[+-])", "");
        if (offset.isEmpty() || Character.isLetter(offset.charAt(0))) {
            return ZoneOffset.ofTotalSeconds(ZONES.getOrDefault(offset.toUpperCase(Locale.ROOT), 0) * 900);
        }
        String digits = offset.substring(1).replace(":", "");
        int number = Integer.parseInt(digits);
        int minutes = digits.length() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        return ZoneOffset.ofTotalSeconds((offset.charAt(0) == '-' ? -60 : 60) * minutes);
    }
}
