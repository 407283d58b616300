package org.postroom.domain.schedule.http;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.schedule.ExceptionalDay;
import org.postroom.domain.schedule.Hours;
import org.postroom.domain.schedule.OpeningHours;
import org.postroom.domain.schedule.Schedule;
import org.postroom.domain.schedule.http.ScheduleJson.ExceptionJson;
import org.postroom.domain.schedule.http.ScheduleJson.HoursJson;
import org.postroom.domain.schedule.http.ScheduleJson.OpeningHoursJson;
import org.springframework.stereotype.Component;

/** Schedules in JSON. */
@Component
final class ScheduleForm extends ReadableForm<Schedule, ScheduleJson> {

    ScheduleForm() {
        super(ScheduleJson.class);
    }

    @Override
    public ScheduleJson json(@Nullable String id, @Nullable Long version, Schedule schedule) {
        return new ScheduleJson(
                id,
                version,
                schedule.name().value(),
                schedule.timeZone().getId(),
                schedule.openingHours().stream().map(ScheduleForm::json).toList(),
                schedule.exceptions().stream().map(ScheduleForm::json).toList());
    }

    @Override
    public Schedule value(Fields fields, ScheduleJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var zone = fields.required("timeZone", json.timeZone(), Schedule::timeZone);
        var hours = fields.eachWithin(
                "openingHours",
                json.openingHours(),
                DayOfWeek.values().length * Hours.MOST_OF_A_DAY,
                ScheduleForm::openingHours);
        var week = fields.rule("openingHours", () -> OpeningHours.week(hours.get()));
        var days = fields.eachWithin("exceptions", json.exceptions(), ScheduleForm::exception);
        var eachDay = fields.rule("exceptions", () -> ExceptionalDay.eachOnce(days.get()));
        return fields.whole(() -> new Schedule(name.get(), zone.get(), week.get(), eachDay.get()));
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
}
