package org.postroom.routing.history.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.postroom.routing.replay.kafka.Connections;

/** Reads topics from a moment to the end that they have when it begins; what is not committed yet is not read. */
final class LogScan {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Connections connections;

    LogScan(Connections connections) {
        this.connections = connections;
    }

    /** The topics that there are, with names that begin and end so. */
    Set<String> topics(String prefix, String suffix) {
        try (var consumer = connections.consumer()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith(prefix) && topic.endsWith(suffix))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Reads every record, in order within each partition.
     *
     * @param topics those that do not exist are passed over
     * @param from read from the first record of this moment or later on; {@link Instant#MIN} for all
     */
    void read(Collection<String> topics, Instant from, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (var consumer = connections.consumer()) {
            var partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            begins(consumer, partitions, ends, from).forEach(consumer::seek);
            var unread = new HashSet<>(partitions);
            while (true) {
                unread.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
                if (unread.isEmpty()) {
                    return;
                }
                for (var record : consumer.poll(POLL)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(partition, 0L)) {
                        each.accept(record);
                    }
                }
            }
        }
    }

    private static Set<TopicPartition> partitions(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Collection<String> topics) {
        Set<TopicPartition> all = new HashSet<>();
        var existing = consumer.listTopics();
        for (var topic : topics) {
            var found = existing.get(topic);
            if (found != null) {
                found.forEach(each -> all.add(new TopicPartition(topic, each.partition())));
            }
        }
        return all;
    }

    private static Map<TopicPartition, Long> begins(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            Set<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Instant from) {
        var begins = new HashMap<>(consumer.beginningOffsets(partitions));
        if (from.isAfter(Instant.EPOCH)) {
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
            consumer.offsetsForTimes(times)
                    .forEach((partition, first) ->
                            begins.put(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset()));
        }
        return begins;
    }
}
