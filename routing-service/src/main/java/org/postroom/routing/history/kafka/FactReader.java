package org.postroom.routing.history.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.history.LoggedFact;

/** Reads a record of the log in the schema that it was written in, so that no field of another release is missed. */
final class FactReader {

    private static final String DEAD_LETTERS = ".dead-letters";
    private static final String REASON = "postroom-reason";

    private final Deserializer<Object> generic;

    FactReader(Deserializer<Object> generic) {
        this.generic = generic;
    }

    /** What a record says; without fields where it cannot be read. */
    LoggedFact read(ConsumerRecord<String, byte[]> entry) {
        var at = Instant.ofEpochMilli(entry.timestamp());
        var event = event(entry);
        return new LoggedFact(
                entry.topic(),
                entry.partition(),
                entry.offset(),
                at,
                event == null ? "UnreadableRecord" : event.getSchema().getName(),
                event == null ? Map.of() : fields(event),
                setAsideBecause(entry));
    }

    private @Nullable GenericRecord event(ConsumerRecord<String, byte[]> entry) {
        try {
            return entry.value() != null
                            && generic.deserialize(entry.topic(), entry.value()) instanceof GenericRecord event
                    ? event
                    : null;
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    private static @Nullable String setAsideBecause(ConsumerRecord<String, byte[]> entry) {
        if (!entry.topic().endsWith(DEAD_LETTERS)) {
            return null;
        }
        var reason = entry.headers().lastHeader(REASON);
        return reason == null ? "the reason is not told" : new String(reason.value(), StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> fields(GenericRecord event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (var field : event.getSchema().getFields()) {
            fields.put(field.name(), plain(field.schema(), event.get(field.pos())));
        }
        return fields;
    }

    /** Every union of ours is of one type, or nothing. */
    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElse(union);
    }

    private static @Nullable Object plain(Schema schema, @Nullable Object value) {
        if (schema.getType() == Schema.Type.UNION) {
            return value == null ? null : plain(present(schema), value);
        }
        return switch (value) {
            case null -> null;
            case GenericRecord inner -> fields(inner);
            case Collection<?> list ->
                list.stream()
                        .map(element -> plain(schema.getElementType(), element))
                        .toList();
            case Long number
            when schema.getLogicalType() instanceof LogicalTypes.TimestampMicros ->
                Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            case Instant moment -> moment;
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
