package org.postroom.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers of every event: CloudEvents in Kafka's binary mode (Kafka protocol binding 1.0.2, section 3.2). */
public final class EventHeaders {

    /** The event's identifier, the same when an event is delivered twice. */
    public static final String ID = "ce_id";

    /** The event's type: the full name of its Avro schema. */
    public static final String TYPE = "ce_type";

    /** The service that wrote the event. */
    public static final String SOURCE = "ce_source";

    /** When the event was written, as RFC 3339. */
    public static final String TIME = "ce_time";

    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}

    /**
     * Makes the headers of one event.
     *
     * @param id the event's identifier
     * @param type the full name of its Avro schema; of a removed entity, the name of its kind
     * @param source the service that writes it
     * @param time when it is written
     */
    public static Headers of(String id, String type, String source, Instant time) {
        return new RecordHeaders()
                .add(SPEC_VERSION, bytes("1.0"))
                .add(ID, bytes(id))
                .add(TYPE, bytes(type))
                .add(SOURCE, bytes("/postroom/" + source))
                .add(TIME, bytes(time.toString()))
                .add(CONTENT_TYPE, bytes("application/avro"));
    }

    /** The identifier of the event with these headers; empty for a record that carries none. */
    public static Optional<String> id(Headers headers) {
        return text(headers, ID);
    }

    /** The last header of that name, as text; empty where there is none. */
    public static Optional<String> text(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
