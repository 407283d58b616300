package org.postroom.console.projection.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.News;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Step;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.deadletter.GivenBack;
import org.postroom.runtime.deadletter.RecordBatches;
import org.postroom.runtime.kafka.EventDeserializer;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * Reads what a generation of a read model is made from, in batches as large as the log has them ready. Where to go on reading is
 * known to the generation itself, not to the consumer group. Nothing is acknowledged.
 */
final class ProjectionListener
        implements BatchAcknowledgingConsumerAwareMessageListener<String, Object>, ConsumerSeekAware {

    /** Beyond so many records to come, pages hear nothing. */
    static final long CATCHING_UP = 1_000;

    private final Projection projection;
    private final Generation generation;
    private final ReadModels readModels;
    private final RecordBatches batches;
    private final Map<TopicPartition, Long> passed = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> failing = new ConcurrentHashMap<>();
    private volatile boolean quiet;

    ProjectionListener(Projection projection, Generation generation, ReadModels readModels, RecordBatches batches) {
        this.projection = projection;
        this.generation = generation;
        this.readModels = readModels;
        this.batches = batches;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, Object>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        if (records.size() == 1 && GivenBack.is(records.getFirst())) {
            readModels.applyGivenBack(generation, projected(records.getFirst()));
            return;
        }
        passWhatWasSetAside(records);
        News news = news(consumer == null ? 0 : behind(consumer), quiet);
        batches.process(generation.listener(), records, taken -> apply(taken, news));
        quiet = news == News.NONE;
    }

    private void apply(List<RecordBatches.Taken> taken, News news) {
        try {
            readModels.apply(generation, taken.stream().map(this::step).toList(), news);
        } catch (RuntimeException failed) {
            if (taken.size() == 1) {
                ConsumerRecord<?, ?> entry = taken.getFirst().entry();
                failing.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset());
            }
            throw failed;
        }
    }

    /**
     * Where reading went on behind a record that failed, it was set aside. Its place is passed, even where nothing but such records
     * comes: else they would all be read, and set aside, again after a restart.
     */
    private void passWhatWasSetAside(List<ConsumerRecord<String, Object>> records) {
        Map<TopicPartition, Long> begins = new HashMap<>();
        records.forEach(
                entry -> begins.putIfAbsent(new TopicPartition(entry.topic(), entry.partition()), entry.offset()));
        List<LogPosition> next = new ArrayList<>();
        begins.forEach((partition, begin) -> {
            @Nullable Long failed = failing.get(partition);
            if (failed != null && begin > failed) {
                failing.remove(partition);
                next.add(new LogPosition(partition.topic(), partition.partition(), failed + 1));
            }
        });
        if (!next.isEmpty()) {
            readModels.pass(generation, next);
        }
    }

    /** What pages hear of a batch. */
    static News news(long behind, boolean wasQuiet) {
        if (behind > CATCHING_UP) {
            return News.NONE;
        }
        return wasQuiet ? News.EVERYTHING : News.CHANGES;
    }

    /** Nothing has come for a while: also records that are none for listeners, such as marks of transactions, are passed. */
    void idle(Consumer<?, ?> consumer) {
        List<LogPosition> next = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            if (!Long.valueOf(position).equals(passed.put(partition, position))) {
                next.add(new LogPosition(partition.topic(), partition.partition(), position));
            }
        }
        if (!next.isEmpty()) {
            readModels.pass(generation, next);
        }
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback seeking) {
        passed.clear();
        failing.clear();
        Map<TopicPartition, Long> places = readModels.places(generation).stream()
                .collect(Collectors.toMap(
                        place -> new TopicPartition(place.topic(), place.partition()), LogPosition::offset));
        for (TopicPartition partition : assignments.keySet()) {
            @Nullable Long next = places.get(partition);
            if (next != null) {
                seeking.seek(partition.topic(), partition.partition(), next);
            } else {
                seeking.seekToBeginning(partition.topic(), partition.partition());
            }
        }
    }

    private static long behind(Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        return assigned.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private Step step(RecordBatches.Taken taken) {
        ConsumerRecord<String, Object> entry = taken.entry();
        return new Step(
                new LogPosition(entry.topic(), entry.partition(), entry.offset()),
                taken.heldBack() ? Projected.nothing() : projected(entry));
    }

    private Projected projected(ConsumerRecord<String, Object> entry) {
        @Nullable Object value = entry.value();
        if (value == null && EventDeserializer.failed(entry.headers())) {
            byte @Nullable [] bytes = EventDeserializer.bytes(entry.headers());
            throw new DeserializationException(
                    "expected an event, but it cannot be read",
                    bytes == null ? new byte[0] : bytes,
                    false,
                    new SerializationException());
        }
        var position = new LogPosition(entry.topic(), entry.partition(), entry.offset());
        if (EventDeserializer.UNWANTED.equals(value)) {
            return Projected.nothing();
        }
        return switch (value) {
            case null -> projection.ofRemoval(entry.key());
            case SpecificRecord event -> projection.of(position, event);
            default ->
                throw new IllegalStateException("expected a record of the catalogue at %s, but got %s"
                        .formatted(position, value.getClass().getName()));
        };
    }
}
