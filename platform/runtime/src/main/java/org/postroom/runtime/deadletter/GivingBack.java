package org.postroom.runtime.deadletter;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.kafka.EventDeserializer;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives records that were set aside back to their listeners, once somebody asked for it: in the order of the log, and never
 * before an earlier one of the same entity. A record is processed and taken off the table in one transaction; where it fails
 * again, it stays in its place with the new reason.
 */
final class GivingBack implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final KafkaListenerEndpointRegistry listeners;
    private final EventDeserializer deserializer;

    /** A record that is next, if nobody else was faster. */
    private record Next(long id, String listener, String entity) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(
            String topic,
            int partition,
            long offset,
            long writtenAt,
            @Nullable String key,
            byte @Nullable [] payload,
            String headers) {}

    GivingBack(
            JdbcClient database,
            TransactionTemplate transactions,
            KafkaListenerEndpointRegistry listeners,
            EventDeserializer deserializer) {
        this.database = database;
        this.transactions = transactions;
        this.listeners = listeners;
        this.deserializer = deserializer;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        database.sql("delete from listener_set_aside where discarded_at < now() - interval '30 days'")
                .update();
        List<String> here = listeners.getAllListenerContainers().stream()
                .map(MessageListenerContainer::getGroupId)
                .toList();
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            Optional<Next> next = next(here);
            more = next.isPresent() && isDone(next.get());
        }
        return LOOK_EVERY;
    }

    private Optional<Next> next(List<String> here) {
        return database.sql("""
                        select id, listener, entity from listener_set_aside wanted
                        where retry_wanted_at is not null and discarded_at is null and listener = any(?)
                          and not exists (%s)
                        order by id limit 1
                        """.formatted(EARLIER))
                .param(here.toArray(String[]::new))
                .query((row, number) -> new Next(row.getLong("id"), row.getString("listener"), row.getString("entity")))
                .optional();
    }

    /** Within a partition by the place in the log; between partitions, which have no order, by when they were set aside. */
    private static final String EARLIER = """
            select 1 from listener_set_aside earlier
            where earlier.listener = wanted.listener and earlier.discarded_at is null
              and listener_related(earlier.entity, wanted.entity)
              and case when earlier.topic = wanted.topic and earlier.topic_partition = wanted.topic_partition
                then earlier.topic_offset < wanted.topic_offset else earlier.id < wanted.id end
            """;

    /** Returns false where it failed in a way that concerns all records, and a pause is due. */
    private boolean isDone(Next next) {
        try {
            transactions.executeWithoutResult(status -> process(next));
            return true;
        } catch (RuntimeException failed) {
            if (FailureKind.of(failed) == FailureKind.WAIT) {
                LOG.atWarn()
                        .addKeyValue("listener", next.listener())
                        .addKeyValue("reason", FailureReason.of(failed).words())
                        .log("Giving a record back has to wait");
                return false;
            }
            failedAgain(next, FailureReason.of(failed));
            return true;
        }
    }

    private void process(Next next) {
        database.sql("select 1 from (select listener_lock(?, ?)) locked")
                .params(next.listener(), next.entity())
                .query(Integer.class)
                .single();
        Optional<Kept> kept = database.sql("""
                        select * from listener_set_aside wanted
                        where id = ? and retry_wanted_at is not null and discarded_at is null and not exists (%s)
                        for update
                        """.formatted(EARLIER))
                .param(next.id())
                .query((row, number) -> new Kept(
                        row.getString("topic"),
                        row.getInt("topic_partition"),
                        row.getLong("topic_offset"),
                        row.getTimestamp("written_at").getTime(),
                        row.getString("record_key"),
                        row.getBytes("payload"),
                        row.getString("headers")))
                .optional();
        if (kept.isEmpty()) {
            return;
        }
        give(next.listener(), entry(kept.get()));
        database.sql("delete from listener_set_aside where id = ?")
                .param(next.id())
                .update();
        database.sql("select 1 from (select listener_release(?, ?)) released")
                .params(next.listener(), next.entity())
                .query(Integer.class)
                .single();
        LOG.atInfo()
                .addKeyValue("listener", next.listener())
                .addKeyValue("entity", next.entity())
                .addKeyValue("topic", kept.get().topic())
                .addKeyValue("partition", kept.get().partition())
                .addKeyValue("offset", kept.get().offset())
                .log("A record that was set aside has been processed");
    }

    private void failedAgain(Next next, FailureReason reason) {
        database.sql("""
                        update listener_set_aside set retry_wanted_at = null, failed_at = now(), attempts = attempts + 1,
                          reason = ?, trace = ? where id = ?
                        """).params(reason.words(), reason.trace(), next.id()).update();
        LOG.atError()
                .addKeyValue("listener", next.listener())
                .addKeyValue("entity", next.entity())
                .addKeyValue("reason", reason.words())
                .log("A record that was set aside failed again and stays in its place");
    }

    @SuppressWarnings({"unchecked", "NullAway"
    }) // listeners without acknowledgment take null for it and for the consumer
    private void give(String group, ConsumerRecord<String, Object> entry) {
        Object found = listeners.getAllListenerContainers().stream()
                .filter(container -> group.equals(container.getGroupId()))
                .map(MessageListenerContainer::getContainerProperties)
                .filter(properties -> properties.getTopics() != null
                        && List.of(properties.getTopics()).contains(entry.topic()))
                .map(ContainerProperties::getMessageListener)
                .findFirst()
                .orElse("none");
        switch (found) {
            case AcknowledgingConsumerAwareMessageListener<?, ?> one ->
                ((AcknowledgingConsumerAwareMessageListener<String, Object>) one).onMessage(entry, null, null);
            case BatchAcknowledgingConsumerAwareMessageListener<?, ?> many ->
                ((BatchAcknowledgingConsumerAwareMessageListener<String, Object>) many)
                        .onMessage(List.of(entry), null, null);
            default ->
                throw new IllegalStateException(
                        "expected a listener of " + entry.topic() + " in the group " + group + ", but got " + found);
        }
    }

    private ConsumerRecord<String, Object> entry(Kept kept) {
        var headers = new RecordHeaders();
        JSON.readValue(kept.headers(), new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> headers.add(name, Base64.getDecoder().decode(value)));
        @Nullable Object value = deserializer.deserialize(kept.topic(), headers, kept.payload());
        if (value == null && kept.payload() != null) {
            throw new DeserializationException(
                    "expected an event, but it cannot be read", kept.payload(), false, new SerializationException());
        }
        headers.add(GivenBack.HEADER, new byte[0]);
        return made(kept, headers, value);
    }

    @SuppressWarnings("NullAway") // Kafka's constructor takes null for a removal and for no key
    private static ConsumerRecord<String, Object> made(Kept kept, RecordHeaders headers, @Nullable Object value) {
        return new ConsumerRecord<>(
                kept.topic(),
                kept.partition(),
                kept.offset(),
                kept.writtenAt(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                kept.key(),
                value,
                headers,
                Optional.empty());
    }
}
