package org.postroom.domain.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A schedule in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 * @param timeZone an IANA name
 * @param openingHours the hours of a usual week
 * @param exceptions the days that differ
 */
record ScheduleJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable List<OpeningHoursJson> openingHours,
        @Nullable List<ExceptionJson> exceptions)
        implements EntryJson {

    /**
     * Hours of a weekday.
     *
     * @param dayOfWeek 1 for Monday to 7 for Sunday
     * @param opensAt as HH:MM
     * @param closesAt as HH:MM, 24:00 for the end of the day
     */
    record OpeningHoursJson(
            @Nullable Integer dayOfWeek,
            @Nullable String opensAt,
            @Nullable String closesAt) {}

    /**
     * A day that differs.
     *
     * @param date as in 2026-12-24
     * @param name what day it is
     * @param openingHours the hours of that day; closed where there are none
     */
    record ExceptionJson(
            @Nullable String date,
            @Nullable String name,
            @Nullable List<HoursJson> openingHours) {}

    /**
     * Hours of a day.
     *
     * @param opensAt as HH:MM
     * @param closesAt as HH:MM, 24:00 for the end of the day
     */
    record HoursJson(@Nullable String opensAt, @Nullable String closesAt) {}
}
