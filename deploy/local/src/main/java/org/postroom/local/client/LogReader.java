package org.postroom.local.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/** Reads all topics of a stack, from where they end when it is opened or from their beginning. Not for several threads. */
public final class LogReader implements AutoCloseable {

    private static final String EVENT_ID = "ce_id";
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, Object> consumer;
    private final List<ConsumerRecord<String, Object>> seen = new ArrayList<>();

    private LogReader(StackAddresses stack, Predicate<Topic> wanted) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "schema.registry.url",
                stack.registry().toString(),
                "specific.avro.reader",
                true,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        var values = new PostroomAvroDeserializer();
        values.configure(settings, false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values);
        List<TopicPartition> partitions = Topics.all().stream()
                .filter(wanted)
                .map(Topic::name)
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Reads what is written from now on. */
    public static LogReader fromNow(StackAddresses stack) {
        var reader = new LogReader(stack, topic -> !topic.equals(Topics.ROUTING_JOURNAL));
        reader.consumer.seekToEnd(reader.consumer.assignment());
        reader.consumer.assignment().forEach(reader.consumer::position);
        return reader;
    }

    /** Hands over every event that a topic has at this moment, in the order of each partition, and keeps none. */
    public static void replay(StackAddresses stack, Topic topic, Consumer<SpecificRecord> reader) {
        try (var log = new LogReader(stack, topic::equals)) {
            log.consumer.seekToBeginning(log.consumer.assignment());
            Map<TopicPartition, Long> ends = log.consumer.endOffsets(log.consumer.assignment());
            while (log.isBehind(ends)) {
                log.consumer.poll(POLL).forEach(entry -> {
                    if (entry.value() instanceof SpecificRecord event) {
                        reader.accept(event);
                    }
                });
            }
        }
    }

    /**
     * Waits for the first event of a type that fits.
     *
     * @throws TimeoutException where none has come in time
     */
    public <T extends SpecificRecord> LoggedEvent<T> await(Class<T> type, Duration patience, Predicate<T> fits)
            throws TimeoutException {
        Instant end = Instant.now().plus(patience);
        int read = 0;
        while (true) {
            for (; read < seen.size(); read++) {
                var entry = seen.get(read);
                if (type.isInstance(entry.value()) && fits.test(type.cast(entry.value()))) {
                    return new LoggedEvent<>(
                            type.cast(entry.value()), entry.topic(), entry.partition(), entry.offset());
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException("expected a fitting " + type.getSimpleName() + " within "
                        + patience.toSeconds() + " s, but there is none");
            }
            consumer.poll(POLL).forEach(seen::add);
        }
    }

    /**
     * The events of a type that were read, and those that can be read now. One that was published again counts once: a
     * writer that was killed repeats what it is not sure of, under the same {@code ce_id}.
     */
    public <T extends SpecificRecord> List<T> all(Class<T> type) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (isBehind(ends)) {
            consumer.poll(POLL).forEach(seen::add);
        }
        Set<String> known = new HashSet<>();
        return seen.stream()
                .filter(entry -> type.isInstance(entry.value()) && known.add(idOf(entry)))
                .map(entry -> type.cast(entry.value()))
                .toList();
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static String idOf(ConsumerRecord<String, Object> entry) {
        var id = entry.headers().lastHeader(EVENT_ID);
        return id == null
                ? entry.topic() + '-' + entry.partition() + '-' + entry.offset()
                : new String(id.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
