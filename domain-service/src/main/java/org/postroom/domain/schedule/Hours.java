package org.postroom.domain.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of a day, in minutes from its beginning; it does not go beyond the day.
 *
 * @param opensAt the first minute, 0 to 1439
 * @param closesAt the minute after the last one, behind the first one, 1 to 1440
 */
public record Hours(int opensAt, int closesAt) {

    /** The order in which hours are kept. */
    public static final Comparator<Hours> IN_ORDER =
            Comparator.comparingInt(Hours::opensAt).thenComparingInt(Hours::closesAt);

    /** How many hours of a day there may be. */
    public static final int MOST_OF_A_DAY = 24;

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /** Checks that it closes after it opens, on the same day. */
    public Hours {
        if (opensAt < 0 || closesAt > DAY || closesAt <= opensAt) {
            throw new IllegalArgumentException("expected a time that closes after it opens, on the same day, but got "
                    + text(opensAt) + " to " + text(closesAt));
        }
    }

    /**
     * Reads a time of day, {@code 00:00} to {@code 24:00}.
     *
     * @return the minutes from the beginning of the day
     * @throws IllegalArgumentException where it is none
     */
    public static int minute(String text) {
        Matcher time = TIME.matcher(text);
        int minute = time.matches() ? Integer.parseInt(time.group(1)) * HOUR + Integer.parseInt(time.group(2)) : -1;
        if (minute < 0 || minute > DAY) {
            throw new IllegalArgumentException(
                    "expected a time from 00:00 to 24:00 such as 09:30, but got \"" + text + "\"");
        }
        return minute;
    }

    /** Writes a minute of a day as {@link #minute} reads it. */
    public static String text(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }

    /**
     * Returns hours of one day in order.
     *
     * @throws IllegalArgumentException where two overlap
     */
    public static List<Hours> apart(List<Hours> hours) {
        List<Hours> ordered = hours.stream().sorted(IN_ORDER).toList();
        for (int index = 1; index < ordered.size(); index++) {
            Hours before = ordered.get(index - 1);
            if (ordered.get(index).opensAt < before.closesAt) {
                throw new IllegalArgumentException(
                        "expected hours that do not overlap, but %s and %s do".formatted(before, ordered.get(index)));
            }
        }
        return ordered;
    }

    @Override
    public String toString() {
        return text(opensAt) + " to " + text(closesAt);
    }
}
