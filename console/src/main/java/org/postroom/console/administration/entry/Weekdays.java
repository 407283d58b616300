package org.postroom.console.administration.entry;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The weekdays by their numbers after ISO 8601. */
final class Weekdays {

    private static final Map<String, String> NAMES = names();

    private Weekdays() {}

    /** The names by number, Monday first. */
    static Map<String, String> all() {
        return NAMES;
    }

    static String name(String number) {
        return NAMES.getOrDefault(number, number);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(String.valueOf(day.getValue()), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return names;
    }
}
