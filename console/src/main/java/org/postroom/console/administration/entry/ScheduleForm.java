package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The form of a schedule of business hours. */
final class ScheduleForm {

    static final EntryKind KIND = new EntryKind(
            "schedules",
            "Schedules",
            "schedule",
            "A schedule says when you are open. Flows ask it.",
            "name",
            List.of(
                    new Section(
                            "",
                            List.of(
                                    new TextField("name", "Name", "For instance Office hours."),
                                    new TextField(
                                            "timeZone",
                                            "Time zone",
                                            "Whose clock the hours are read from, for instance Europe/Berlin.",
                                            Source.TIME_ZONES))),
                    new Section("Hours", List.of(usual(), exceptions()))),
            List.of(new Column("Time zone", "timeZone"), new Column("Open", "openingHours")),
            Set.of(),
            Map.of(),
            List.of());

    private ScheduleForm() {}

    private static Field usual() {
        return new RowsField(
                "openingHours",
                "A usual week",
                "Closed on days without a row. 24:00 is the end of the day.",
                List.of(
                        new RowsField.Column("dayOfWeek", "Day", RowsField.Type.WEEKDAY),
                        new RowsField.Column("opensAt", "Opens", RowsField.Type.TIME),
                        new RowsField.Column("closesAt", "Closes", RowsField.Type.TIME)),
                "period");
    }

    private static Field exceptions() {
        return new RowsField(
                "exceptions",
                "Other days",
                "Holidays and the like. Without hours it is closed; several periods stand with commas: 09:00-12:00, 13:00-15:00.",
                List.of(
                        new RowsField.Column("date", "Date", RowsField.Type.DATE),
                        new RowsField.Column("name", "What day it is", RowsField.Type.TEXT),
                        new RowsField.Column("openingHours", "Hours", RowsField.Type.PERIODS)),
                "day");
    }
}
