package org.postroom.routing.replay.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/**
 * How far a replay reads while the log goes on growing.
 *
 * @param journal the first record and the end of each of the journal's partitions: as far as the service has decided
 * @param events the first record and the end of each partition of what was decided: everything that follows from the journal
 * @param certain the end of each partition up to which all follows from that part of the journal
 */
record Extent(Map<TopicPartition, Span> journal, Map<TopicPartition, Span> events, Map<TopicPartition, Long> certain) {

    private static final List<Topic> DECIDED = List.of(Topics.INTERACTION_EVENTS, Topics.AGENT_EVENTS);

    /** From an offset up to another, which is not read. */
    record Span(long from, long to) {

        long length() {
            return to - from;
        }

        /** The part from this offset on. */
        Span from(long later) {
            return new Span(Math.clamp(later, from, to), to);
        }

        /** The part before this offset. */
        Span to(long earlier) {
            return new Span(from, Math.clamp(earlier, from, to));
        }
    }

    /**
     * Looks in this order, since a decision, what follows from it and its place in the journal become visible at once: what was
     * decided, how far, and once more what was decided.
     *
     * @param group the consumer group of routing-service; where nobody knows it, the whole journal is decided upon
     */
    static Extent of(Admin admin, Consumer<?, ?> consumer, String group) {
        var journal = partitions(consumer, List.of(Topics.ROUTING_JOURNAL));
        var decided = partitions(consumer, DECIDED);
        var certain = consumer.endOffsets(decided);
        var ends = new HashMap<>(consumer.endOffsets(journal));
        committed(admin, group)
                .forEach((partition, offset) ->
                        ends.computeIfPresent(partition, (_, end) -> Math.min(end, offset.offset())));
        return new Extent(
                spans(consumer.beginningOffsets(journal), ends),
                spans(consumer.beginningOffsets(decided), consumer.endOffsets(decided)),
                certain);
    }

    /** True where everything of one organisation stands in the partition of the same number of each topic. */
    boolean isAligned() {
        Set<Integer> numbers = numbers(journal.keySet());
        return DECIDED.stream()
                .allMatch(topic -> numbers(events.keySet().stream()
                                .filter(partition -> partition.topic().equals(topic.name()))
                                .toList())
                        .equals(numbers));
    }

    /** True where a record of the journal or of what was decided belongs to it. */
    boolean has(ConsumerRecord<?, ?> entry) {
        var partition = new TopicPartition(entry.topic(), entry.partition());
        var span = journal.getOrDefault(partition, events.get(partition));
        return span != null && entry.offset() < span.to();
    }

    /** True where an event may follow from a record of the journal that it does not have. */
    boolean mayFollowFromLater(ConsumerRecord<?, ?> event) {
        var end = certain.get(new TopicPartition(event.topic(), event.partition()));
        return end == null || event.offset() >= end;
    }

    /** How many records of the journal it has. */
    long length() {
        return journal.values().stream().mapToLong(Span::length).sum();
    }

    /** A part of it that can be replayed alone: the partitions of one in as many groups. */
    Extent part(int number, int count) {
        return new Extent(part(journal, number, count), part(events, number, count), certain);
    }

    /** The same, from later places on. */
    Extent from(Map<TopicPartition, Long> places) {
        return new Extent(later(journal, places), later(events, places), certain);
    }

    private static Map<TopicPartition, Span> later(Map<TopicPartition, Span> all, Map<TopicPartition, Long> places) {
        var later = new HashMap<>(all);
        later.replaceAll((partition, span) -> span.from(places.getOrDefault(partition, span.from())));
        return later;
    }

    /** The same, ended by a moment; what was decided has the time of what it was decided upon. */
    Extent before(Consumer<?, ?> consumer, Instant moment) {
        return new Extent(earlier(consumer, journal, moment), earlier(consumer, events, moment), certain);
    }

    private static Map<TopicPartition, Span> earlier(
            Consumer<?, ?> consumer, Map<TopicPartition, Span> all, Instant moment) {
        Map<TopicPartition, Long> times = new HashMap<>();
        all.keySet().forEach(partition -> times.put(partition, moment.toEpochMilli()));
        var earlier = new HashMap<>(all);
        consumer.offsetsForTimes(times).forEach((partition, first) -> {
            if (first != null) {
                earlier.computeIfPresent(partition, (_, span) -> span.to(first.offset()));
            }
        });
        return earlier;
    }

    private static Map<TopicPartition, Span> part(Map<TopicPartition, Span> all, int number, int count) {
        return all.entrySet().stream()
                .filter(each -> each.getKey().partition() % count == number)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    private static Set<TopicPartition> partitions(Consumer<?, ?> consumer, List<Topic> topics) {
        Set<TopicPartition> all = new HashSet<>();
        for (var topic : topics) {
            var found = consumer.partitionsFor(topic.name());
            if (found == null || found.isEmpty()) {
                throw new KafkaException("expected the topic " + topic.name() + ", but there is none");
            }
            found.forEach(each -> all.add(new TopicPartition(each.topic(), each.partition())));
        }
        return all;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException unknown) {
            throw new KafkaException("expected to read how far " + group + " is, but it failed", unknown.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("expected to read how far " + group + " is, but was interrupted", stopped);
        }
    }

    private static Map<TopicPartition, Span> spans(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Span> spans = new HashMap<>();
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, 0L);
            spans.put(partition, new Span(begin, Math.max(begin, end)));
        });
        return spans;
    }
}
