package org.postroom.domain.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;

/**
 * When the organisation is open: the hours of a usual week, and days that differ.
 *
 * @param name the name, alone in its organisation
 * @param timeZone the time zone in which its times are
 * @param openingHours the hours of a usual week, in order; on a day without any it is closed
 * @param exceptions the days that differ, in order
 */
public record Schedule(Name name, ZoneId timeZone, List<OpeningHours> openingHours, List<ExceptionalDay> exceptions)
        implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("schedule");

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** Puts hours and days in order and checks that none overlap. */
    public Schedule {
        openingHours = OpeningHours.week(openingHours);
        exceptions = ExceptionalDay.eachOnce(exceptions);
    }

    /**
     * Reads the IANA name of a time zone.
     *
     * @throws IllegalArgumentException where there is no such time zone
     */
    public static ZoneId timeZone(String name) {
        if (!ZONES.contains(name)) {
            throw new IllegalArgumentException(
                    "expected the IANA name of a time zone, such as Europe/Berlin, but got \"" + name + "\"");
        }
        return ZoneId.of(name);
    }
}
