package org.postroom.runtime.outbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.TraceHeaders;
import org.postroom.schemas.catalogue.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores events in the caller's database transaction; a relay publishes them in order once it has committed. So a change
 * and its event either both happen or neither does. An event may be published twice, with the same {@code ce_id}.
 */
public class Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Serializer<Object> serializer;
    private final String source;
    private final IdSource ids;
    private final Clock clock;
    private final TraceHeaders trace;
    private final long largest;

    /** @param largest the most octets of an event with its key and headers */
    Outbox(
            JdbcClient database,
            Serializer<Object> serializer,
            String source,
            IdSource ids,
            Clock clock,
            TraceHeaders trace,
            long largest) {
        this.database = database;
        this.serializer = serializer;
        this.source = source;
        this.ids = ids;
        this.clock = clock;
        this.trace = trace;
        this.largest = largest;
    }

    /**
     * Adds an event about an organisation, keyed by the organisation's id.
     *
     * @throws OversizeEventException where no record can be as large
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Topic topic, String organisationId, SpecificRecord event) {
        insert(topic, organisationId, organisationId, event.getSchema().getFullName(), event);
    }

    /**
     * Adds an event with a key of its own.
     *
     * @throws OversizeEventException where no record can be as large
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Topic topic, String organisationId, String key, SpecificRecord event) {
        insert(topic, organisationId, key, event.getSchema().getFullName(), event);
    }

    /**
     * Adds a null value: the entity with this key was removed.
     *
     * @param type names what was removed, for the header {@code ce_type}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Topic topic, String organisationId, String key, String type) {
        insert(topic, organisationId, key, type, null);
    }

    private void insert(Topic topic, String organisationId, String key, String type, @Nullable SpecificRecord event) {
        Headers headers = EventHeaders.of(ids.next(), type, source, clock.instant());
        trace.addTo(headers);
        byte @Nullable [] payload =
                event == null ? null : serializer.serialize(topic.name(), new RecordHeaders(), event);
        String headerTexts = JSON.writeValueAsString(asMap(headers));
        int octets = OutboxRow.octets(payload, key, headerTexts);
        if (octets > largest) {
            throw new OversizeEventException(topic.name(), octets, largest);
        }
        database.sql("""
                        insert into outbox (topic, organisation_id, record_key, payload, headers)
                        values (:topic, :organisation, :key, :payload, :headers::jsonb)
                        """)
                .param("topic", topic.name())
                .param("organisation", organisationId)
                .param("key", key)
                .param("payload", payload)
                .param("headers", headerTexts)
                .update();
    }

    private static Map<String, String> asMap(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Header header : headers) {
            EventHeaders.text(headers, header.key()).ifPresent(text -> map.put(header.key(), text));
        }
        return map;
    }
}
