package org.postroom.domain.schedule;

import java.time.DayOfWeek;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.schedule.ScheduleJson.ExceptionJson;
import org.postroom.domain.schedule.ScheduleJson.HoursJson;
import org.postroom.domain.schedule.ScheduleJson.OpeningHoursJson;
import org.postroom.events.configuration.DayHours;
import org.postroom.events.configuration.ScheduleConfigured;
import org.postroom.events.configuration.ScheduleException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes schedules. */
@Component
final class ScheduleKind extends ReadableKind<Schedule, ScheduleJson> {

    ScheduleKind() {
        super(Schedule.class, ScheduleJson.class, Layout.named("schedules", Schedule.KIND, Map.of()));
    }

    @Override
    public ScheduleJson json(@Nullable String id, @Nullable Long version, Schedule schedule) {
        return new ScheduleJson(
                id,
                version,
                schedule.name().value(),
                schedule.timeZone().getId(),
                schedule.openingHours().stream().map(ScheduleKind::json).toList(),
                schedule.exceptions().stream().map(ScheduleKind::json).toList());
    }

    @Override
    public Schedule value(Fields fields, ScheduleJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var zone = fields.required("timeZone", json.timeZone(), Schedule::timeZone);
        var hours = fields.eachWithin(
                "openingHours",
                json.openingHours(),
                DayOfWeek.values().length * Hours.MOST_OF_A_DAY,
                ScheduleKind::openingHours);
        var week = fields.rule("openingHours", () -> OpeningHours.week(hours.get()));
        var days = fields.eachWithin("exceptions", json.exceptions(), ScheduleKind::exception);
        var eachDay = fields.rule("exceptions", () -> ExceptionalDay.eachOnce(days.get()));
        return fields.whole(() -> new Schedule(name.get(), zone.get(), week.get(), eachDay.get()));
    }

    @Override
    public ScheduleConfigured event(String organisationId, Entry<Schedule> entry) {
        Schedule schedule = entry.value();
        return ScheduleConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setScheduleId(entry.id())
                .setName(schedule.name().value())
                .setTimeZone(schedule.timeZone().getId())
                .setOpeningHours(schedule.openingHours().stream()
                        .map(ScheduleKind::openingHours)
                        .toList())
                .setExceptions(schedule.exceptions().stream()
                        .map(ScheduleKind::exception)
                        .toList())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    private static org.postroom.events.configuration.OpeningHours openingHours(OpeningHours hours) {
        return org.postroom.events.configuration.OpeningHours.newBuilder()
                .setDayOfWeek(hours.day().getValue())
                .setOpensAt(Hours.text(hours.hours().opensAt()))
                .setClosesAt(Hours.text(hours.hours().closesAt()))
                .build();
    }

    private static ScheduleException exception(ExceptionalDay day) {
        return ScheduleException.newBuilder()
                .setDate(day.date().toString())
                .setName(day.name().value())
                .setOpeningHours(day.hours().stream()
                        .map(hours -> DayHours.newBuilder()
                                .setOpensAt(Hours.text(hours.opensAt()))
                                .setClosesAt(Hours.text(hours.closesAt()))
                                .build())
                        .toList())
                .build();
    }

    private static Given<OpeningHours> openingHours(Fields fields, OpeningHoursJson json) {
        var day = fields.required("dayOfWeek", json.dayOfWeek(), OpeningHours::weekday);
        var hours = hours(fields, json.opensAt(), json.closesAt());
        return fields.put(() -> new OpeningHours(day.get(), hours.get()));
    }

    private static Given<ExceptionalDay> exception(Fields fields, ExceptionJson json) {
        var date = fields.required("date", json.date(), ExceptionalDay::date);
        var name = fields.required("name", json.name(), Name::new);
        var hours = fields.eachWithin(
                "openingHours",
                json.openingHours(),
                Hours.MOST_OF_A_DAY,
                (at, each) -> hours(at, each.opensAt(), each.closesAt()));
        var apart = fields.rule("openingHours", () -> Hours.apart(hours.get()));
        return fields.put(() -> new ExceptionalDay(date.get(), name.get(), apart.get()));
    }

    private static Given<Hours> hours(Fields fields, @Nullable String opensAt, @Nullable String closesAt) {
        var opens = fields.required("opensAt", opensAt, Hours::minute);
        var closes = fields.required("closesAt", closesAt, Hours::minute);
        return fields.rule("closesAt", () -> new Hours(opens.get(), closes.get()));
    }

    private static OpeningHoursJson json(OpeningHours hours) {
        return new OpeningHoursJson(
                hours.day().getValue(),
                Hours.text(hours.hours().opensAt()),
                Hours.text(hours.hours().closesAt()));
    }

    private static ExceptionJson json(ExceptionalDay day) {
        return new ExceptionJson(
                day.date().toString(),
                day.name().value(),
                day.hours().stream()
                        .map(hours -> new HoursJson(Hours.text(hours.opensAt()), Hours.text(hours.closesAt())))
                        .toList());
    }

    /** The schedules of the caller's organisation. */
    @RestController
    @RequestMapping("/api/schedules")
    static class ScheduleController extends DirectoryController<Schedule, ScheduleJson> {

        ScheduleController(Directory<Schedule> schedules, ScheduleKind kind) {
            super(schedules, kind);
        }
    }
}
