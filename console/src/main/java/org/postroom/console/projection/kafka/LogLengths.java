package org.postroom.console.projection.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.postroom.console.projection.LogPosition;
import org.springframework.kafka.KafkaException;

/** Knows from where to where the log reaches. */
final class LogLengths implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Admin broker;

    /**
     * How far the log reaches.
     *
     * @param firsts by partition the offset of its oldest record
     * @param ends by partition the offset of the record that is written next
     */
    record Reach(Map<TopicPartition, Long> firsts, Map<TopicPartition, Long> ends) {

        /** How many records topics have. */
        long length(Collection<String> topics) {
            return sum(topics, firsts);
        }

        /** How many records of topics come after places, each with the offset that is read next. */
        long behind(Collection<String> topics, List<LogPosition> places) {
            Map<TopicPartition, Long> from = new HashMap<>(firsts);
            places.forEach(place ->
                    from.merge(new TopicPartition(place.topic(), place.partition()), place.offset(), Math::max));
            return sum(topics, from);
        }

        private long sum(Collection<String> topics, Map<TopicPartition, Long> from) {
            return ends.entrySet().stream()
                    .filter(end -> topics.contains(end.getKey().topic()))
                    .mapToLong(end -> Math.max(0, end.getValue() - from.getOrDefault(end.getKey(), 0L)))
                    .sum();
        }
    }

    LogLengths(Map<String, Object> settings) {
        broker = Admin.create(settings);
    }

    /**
     * Asks the broker, about those of the topics that there are.
     *
     * @throws KafkaException where it does not answer
     */
    Reach reach(Set<String> topics) {
        try {
            Set<String> present = broker.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(topics::contains)
                    .collect(Collectors.toSet());
            List<TopicPartition> partitions =
                    broker
                            .describeTopics(present)
                            .allTopicNames()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .values()
                            .stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .toList();
            return new Reach(offsets(partitions, OffsetSpec.earliest()), offsets(partitions, OffsetSpec.latest()));
        } catch (ExecutionException | TimeoutException silent) {
            throw new KafkaException("the broker does not say how far the log reaches", silent);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("the broker does not say how far the log reaches", stopping);
        }
    }

    @Override
    public void close() {
        broker.close();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answers = broker.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }
}
