package org.postroom.mail.reading;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time of an appointment in words: as it was written, with the zone that it is of, never moved to another one. */
final class AppointmentTime {

    private static final Pattern MOMENT = Pattern.compile("(\\d{8})(?:T(\\d{4})\\d{0,2}(Z)?)?");
    private static final Pattern FREQUENCY = Pattern.compile("(?i)(?:^|;)FREQ=([A-Z]+)");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final Map<String, String> REPETITIONS =
            Map.of("DAILY", "every day", "WEEKLY", "every week", "MONTHLY", "every month", "YEARLY", "every year");

    private AppointmentTime() {}

    /**
     * The time in words; empty where it has none that can be read.
     *
     * @param start the line that says when it begins; null where there is none
     * @param end the line that says when it ends; null where there is none
     * @param duration how long it takes, where no end is said
     * @param rule the rule by which it is repeated; empty where it is not
     */
    static String inWords(@Nullable CalendarLine start, @Nullable CalendarLine end, String duration, String rule) {
        @Nullable Moment from = start == null ? null : moment(start);
        if (from == null) {
            return "";
        }
        @Nullable Moment to = end == null ? after(from, duration) : moment(end);
        Matcher frequency = FREQUENCY.matcher(rule);
        @Nullable
        String repeated = frequency.find()
                ? REPETITIONS.get(String.valueOf(frequency.group(1)).toUpperCase(Locale.ROOT))
                : null;
        return range(from, to) + (repeated == null ? "" : ", " + repeated);
    }

    private static String range(Moment from, @Nullable Moment to) {
        if (from.wholeDay()) {
            // The end of whole days is the day after the last (RFC 5545, section 3.6.1).
            LocalDate last = to == null ? from.day() : to.day().minusDays(1);
            return DAY.format(from.at()) + (last.isAfter(from.day()) ? " to " + DAY.format(last) : "") + ", all day";
        }
        String begin = DAY.format(from.at()) + ", " + HOUR.format(from.at());
        if (to == null
                || to.wholeDay()
                || (!to.at().isAfter(from.at()) && to.zone().equals(from.zone()))) {
            return begin + inZone(from.zone());
        }
        if (!to.zone().equals(from.zone())) {
            return begin + inZone(from.zone()) + " to " + DAY.format(to.at()) + ", " + HOUR.format(to.at())
                    + inZone(to.zone());
        }
        String until =
                to.day().equals(from.day()) ? HOUR.format(to.at()) : DAY.format(to.at()) + ", " + HOUR.format(to.at());
        return begin + " to " + until + inZone(from.zone());
    }

    private static String inZone(String zone) {
        return zone.isEmpty() ? "" : " (" + zone + ")";
    }

    private static @Nullable Moment after(Moment from, String duration) {
        try {
            Duration length = Duration.parse(duration.strip());
            return new Moment(from.at().plus(length), from.wholeDay(), from.zone());
        } catch (DateTimeException | ArithmeticException none) {
            return null;
        }
    }

    private static @Nullable Moment moment(CalendarLine line) {
        Matcher written = MOMENT.matcher(line.value().strip());
        if (!written.matches()) {
            return null;
        }
        try {
            @Nullable String time = written.group(2);
            if (time == null) {
                return new Moment(LocalDate.parse(written.group(1), DATE).atStartOfDay(), true, "");
            }
            String zone = written.group(3) == null ? zone(line.parameter("TZID")) : "UTC";
            return new Moment(LocalDateTime.parse(written.group(1) + time, DATE_AND_TIME), false, zone);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The zone as people know it: Outlook has names of its own. */
    private static String zone(String written) {
        @Nullable String known = TimeZone.getIDForWindowsID(written, "001");
        return Characters.onOneLine(known == null ? written : known, 100);
    }

    private record Moment(LocalDateTime at, boolean wholeDay, String zone) {

        LocalDate day() {
            return at.toLocalDate();
        }
    }
}
