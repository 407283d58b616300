package org.postroom.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/** What a topic of the test's broker holds, read from its beginning; and a way to put events there as others would. */
public final class EventLog {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, EventLog> LOGS = new ConcurrentHashMap<>();
    private static final TimeOrderedIds IDS = new TimeOrderedIds(java.time.Clock.systemUTC());
    private static final Object PRODUCER_LOCK = new Object();
    private static @Nullable KafkaProducer<String, Object> producer;

    private final Topic topic;
    private final List<ConsumerRecord<String, Object>> records = new CopyOnWriteArrayList<>();

    private EventLog(Topic topic) {
        this.topic = topic;
        Thread.ofPlatform().name("event-log-" + topic.name()).daemon().start(this::follow);
    }

    /** The log of a topic. */
    public static EventLog of(Topic topic) {
        return LOGS.computeIfAbsent(topic.name(), name -> new EventLog(topic));
    }

    /** Publishes an event keyed by its organisation, and waits until the broker has it. */
    public static RecordMetadata publish(Topic topic, String organisationId, SpecificRecord event) {
        return publish(topic, organisationId, organisationId, event);
    }

    /** Publishes an event, or a removal where it is null, and waits until the broker has it. */
    public static RecordMetadata publish(
            Topic topic, String organisationId, String key, @Nullable SpecificRecord event) {
        var sender = producer();
        String type = event == null ? "removed" : event.getSchema().getFullName();
        Headers headers = EventHeaders.of(IDS.next(), type, "test", java.time.Instant.now());
        int partition = Partitions.partition(
                topic, organisationId, key, sender.partitionsFor(topic.name()).size());
        try {
            return sender.send(new ProducerRecord<>(topic.name(), partition, key, (Object) event, headers))
                    .get();
        } catch (ExecutionException failed) {
            throw new AssertionError("expected the broker to take the event, but it did not", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while publishing", interrupted);
        }
    }

    /** Waits for the first event of a type that fits. */
    public <T extends SpecificRecord> T await(Class<T> type, Predicate<T> fits) {
        return type.cast(awaitRecord(type, fits).value());
    }

    /** Waits for the first event of a type that fits, and returns it with its key, headers and position. */
    public <T extends SpecificRecord> ConsumerRecord<String, Object> awaitRecord(Class<T> type, Predicate<T> fits) {
        return Awaitility.await(topic.name() + " has a fitting " + type.getSimpleName())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> records.stream()
                                .filter(entry -> type.isInstance(entry.value()) && fits.test(type.cast(entry.value())))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** The events of a type so far, in order. */
    public <T extends SpecificRecord> List<T> all(Class<T> type) {
        return records.stream()
                .map(ConsumerRecord::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All records so far, in the order of each partition. */
    public List<ConsumerRecord<String, Object>> records() {
        return List.copyOf(records);
    }

    private void follow() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Parts.broker().bootstrapServers(),
                "schema.registry.url",
                Parts.registryUrl(),
                "specific.avro.reader",
                true,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        var values = new PostroomAvroDeserializer();
        values.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
    }

    private static KafkaProducer<String, Object> producer() {
        synchronized (PRODUCER_LOCK) {
            if (producer == null) {
                Map<String, Object> settings = Map.of(
                        "bootstrap.servers",
                        Parts.broker().bootstrapServers(),
                        "schema.registry.url",
                        Parts.registryUrl(),
                        "auto.register.schemas",
                        false,
                        "acks",
                        "all");
                var values = new PostroomAvroSerializer();
                values.configure(settings, false);
                producer = new KafkaProducer<>(settings, new StringSerializer(), values);
            }
            return producer;
        }
    }

    /** The value of a header as text; empty where there is none. */
    public static String header(ConsumerRecord<String, Object> entry, String name) {
        var header = entry.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
