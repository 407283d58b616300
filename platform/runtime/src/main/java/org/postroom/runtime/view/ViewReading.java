package org.postroom.runtime.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of the topics from their beginning into a table of its own, and on as they grow. It belongs to one thread and
 * ends with its first error, or when a topic has another number of partitions.
 */
final class ViewReading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ViewReading.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Topic> topics;
    private final View<T> view;
    private final T table;
    private final Consumer<String, byte[]> consumer;
    private final Deserializer<Object> deserializer;
    private final Set<String> wanted;
    private final Set<Place> readAtHome = new HashSet<>();
    private final Set<Place> unreadable = new HashSet<>();
    private final Map<String, Integer> partitionCounts = new HashMap<>();
    private Map<TopicPartition, Long> end = Map.of();
    private boolean completeBeforeEnd;

    /** @param deserializer throws {@link SerializationException} for what can never be read */
    ViewReading(
            List<Topic> topics, View<T> view, Consumer<String, byte[]> consumer, Deserializer<Object> deserializer) {
        this.topics = topics.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        this.view = view;
        this.table = view.empty();
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.wanted = view.records().stream()
                .map(type -> SpecificData.get().getSchema(type).getFullName())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Goes to the topics' beginning and notes where they end now. */
    void begin() {
        List<TopicPartition> partitions = topics.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        partitions.forEach(partition -> partitionCounts.merge(partition.topic(), 1, Integer::sum));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        noteEnd();
    }

    /** Reads some records; waits a moment where there are none. */
    void poll() {
        consumer.poll(POLL).forEach(this::read);
    }

    /**
     * Whether the table has everything that it should have before it serves. Where the view was not told that the topics are
     * complete before their end was noted, what follows up to their end after that is read too.
     */
    boolean isCaughtUp() {
        boolean atEnd = end.entrySet().stream().allMatch(last -> consumer.position(last.getKey()) >= last.getValue());
        if (!atEnd) {
            return false;
        }
        if (!completeBeforeEnd && view.isComplete(table)) {
            noteEnd();
            return isCaughtUp();
        }
        return completeBeforeEnd;
    }

    /** How many records have not been read yet, as far as is known. */
    long behind() {
        return end.entrySet().stream()
                .mapToLong(last -> consumer.currentLag(last.getKey()).orElse(last.getValue()))
                .sum();
    }

    /** How many entities there are whose newest record cannot be read. */
    int unreadable() {
        return unreadable.size();
    }

    /** Whether a topic has another number of partitions than at the beginning, as far as the consumer knows. */
    boolean hasOtherPartitions() {
        return partitionCounts.entrySet().stream()
                .anyMatch(topic -> consumer.partitionsFor(topic.getKey()).size() != topic.getValue());
    }

    T table() {
        return table;
    }

    private void noteEnd() {
        completeBeforeEnd = view.isComplete(table);
        end = consumer.endOffsets(consumer.assignment());
    }

    private void read(ConsumerRecord<String, byte[]> entry) {
        Optional<EntityKey> key = EntityKey.read(entry.key());
        if (key.isEmpty()) {
            log(entry, new IllegalArgumentException("expected a key organisation/kind/entity"));
            return;
        }
        if (entry.value() != null && isForeign(entry)) {
            return;
        }
        var place = new Place(entry.topic(), key.get());
        if (!isOutdated(place, entry.partition())) {
            apply(place, entry);
        }
    }

    private boolean isForeign(ConsumerRecord<String, byte[]> entry) {
        return EventHeaders.text(entry.headers(), EventHeaders.TYPE)
                .filter(type -> !wanted.contains(type))
                .isPresent();
    }

    /**
     * Partitions have no order among them. A record from before partitions were added lies where its organisation's records
     * no longer go, and must not undo one that lies where they go now.
     */
    private boolean isOutdated(Place place, int partition) {
        Topic topic = topics.get(place.topic());
        int count = partitionCounts.getOrDefault(place.topic(), 1);
        if (topic == null
                || Partitions.partition(
                                topic, place.key().organisationId(), place.key().toString(), count)
                        == partition) {
            readAtHome.add(place);
            return false;
        }
        return readAtHome.contains(place);
    }

    private void apply(Place place, ConsumerRecord<String, byte[]> entry) {
        try {
            if (entry.value() == null) {
                view.remove(table, place.key());
            } else {
                view.put(table, place.key(), decoded(entry));
            }
            unreadable.remove(place);
        } catch (RetriableException later) {
            throw later;
        } catch (RuntimeException broken) {
            log(entry, broken);
            unreadable.add(place);
            view.unreadable(table, place.key());
        }
    }

    private SpecificRecord decoded(ConsumerRecord<String, byte[]> entry) {
        if (deserializer.deserialize(entry.topic(), entry.headers(), entry.value()) instanceof SpecificRecord state) {
            return state;
        }
        throw new SerializationException("expected a record of a known schema");
    }

    private static void log(ConsumerRecord<String, byte[]> entry, RuntimeException broken) {
        LOG.atError()
                .addKeyValue("topic", entry.topic())
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .setCause(broken)
                .log("A record of state cannot be read");
    }

    /** An entity in a topic. */
    private record Place(String topic, EntityKey key) {}
}
