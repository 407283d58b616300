package org.postroom.domain.schedule.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.schedule.ExceptionalDay;
import org.postroom.domain.schedule.Hours;
import org.postroom.domain.schedule.OpeningHours;
import org.postroom.domain.schedule.Schedule;
import org.postroom.events.configuration.DayHours;
import org.postroom.events.configuration.ScheduleConfigured;
import org.postroom.events.configuration.ScheduleException;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code ScheduleConfigured}. */
@Component
final class ScheduleConfiguredPublisher extends ConfigurationPublisher<Schedule> {

    ScheduleConfiguredPublisher(Outbox outbox) {
        super(Schedule.KIND, outbox);
    }

    @Override
    protected ScheduleConfigured event(String organisationId, Entry<Schedule> entry) {
        Schedule schedule = entry.value();
        return ScheduleConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setScheduleId(entry.id())
                .setName(schedule.name().value())
                .setTimeZone(schedule.timeZone().getId())
                .setOpeningHours(schedule.openingHours().stream()
                        .map(ScheduleConfiguredPublisher::openingHours)
                        .toList())
                .setExceptions(schedule.exceptions().stream()
                        .map(ScheduleConfiguredPublisher::exception)
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
}
