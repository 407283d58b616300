package org.postroom.domain.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.postroom.domain.directory.Name;

/**
 * A day on which the usual hours do not hold.
 *
 * @param date the day
 * @param name what day it is, for instance a holiday
 * @param hours the hours of that day, in order; closed where there are none
 */
public record ExceptionalDay(LocalDate date, Name name, List<Hours> hours) {

    private static final int MOST = 1000;

    /** Checks that hours do not overlap. */
    public ExceptionalDay {
        hours = Hours.apart(hours);
    }

    /**
     * Reads a day.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("expected a date such as 2026-12-24, but got \"" + text + "\"", noDate);
        }
    }

    /**
     * Returns the days in order.
     *
     * @throws IllegalArgumentException where a day stands there twice, or there are more than 1000
     */
    public static List<ExceptionalDay> eachOnce(List<ExceptionalDay> days) {
        if (days.size() > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " days, but got " + days.size());
        }
        if (days.stream().map(ExceptionalDay::date).distinct().count() != days.size()) {
            throw new IllegalArgumentException("expected each day once, but one is repeated");
        }
        return days.stream().sorted(Comparator.comparing(ExceptionalDay::date)).toList();
    }
}
