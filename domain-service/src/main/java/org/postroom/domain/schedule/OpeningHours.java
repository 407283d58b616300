package org.postroom.domain.schedule;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;

/**
 * Hours of a weekday.
 *
 * @param day the weekday
 * @param hours the hours
 */
public record OpeningHours(DayOfWeek day, Hours hours) {

    private static final Comparator<OpeningHours> IN_ORDER =
            Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::hours, Hours.IN_ORDER);

    /**
     * Reads a weekday by its number after ISO 8601.
     *
     * @throws IllegalArgumentException where it is not 1 to 7
     */
    public static DayOfWeek weekday(int number) {
        if (number < 1 || number > DayOfWeek.values().length) {
            throw new IllegalArgumentException("expected 1 for Monday to 7 for Sunday, but got " + number);
        }
        return DayOfWeek.of(number);
    }

    /**
     * Returns the hours of a week in order.
     *
     * @throws IllegalArgumentException where two of a day overlap
     */
    public static List<OpeningHours> week(List<OpeningHours> hours) {
        for (DayOfWeek day : DayOfWeek.values()) {
            Hours.apart(hours.stream()
                    .filter(each -> each.day == day)
                    .map(OpeningHours::hours)
                    .toList());
        }
        return hours.stream().sorted(IN_ORDER).toList();
    }
}
