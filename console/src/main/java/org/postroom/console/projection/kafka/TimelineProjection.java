package org.postroom.console.projection.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.RowChange;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each event with its place in the log and its content as JSON. */
final class TimelineProjection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TimelineProjection() {}

    static RowChange of(LogPosition position, SpecificRecord event) {
        Map<String, @Nullable Object> details = details(event);
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("topic", position.topic());
        key.put("partition", position.partition());
        key.put("log_offset", position.offset());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("organisation_id", Objects.requireNonNull(details.get("organisationId")));
        values.put("event", event.getSchema().getName());
        values.put("interaction_id", details.get("interactionId"));
        values.put("email_id", details.get("emailId"));
        values.put("occurred_at", Instant.parse(String.valueOf(details.get("occurredAt"))));
        values.put("details", json(details));
        return new RowChange.Put("timeline", key, values);
    }

    static RowChange.Json json(Object value) {
        return new RowChange.Json(JSON.writeValueAsString(value));
    }

    static Map<String, @Nullable Object> details(SpecificRecord event) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            details.put(field.name(), plain(event.get(field.pos())));
        }
        return details;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord inner -> details(inner);
            case Collection<?> list ->
                list.stream().map(TimelineProjection::plain).collect(Collectors.toList());
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
