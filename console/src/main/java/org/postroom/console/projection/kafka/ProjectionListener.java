package org.postroom.console.projection.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.deadletter.GivenBack;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Reads every topic whose events pages show. Where to go on reading is known to the read models themselves, not to the
 * consumer group: emptied read models are filled again from the beginning.
 */
@Component
class ProjectionListener implements ConsumerSeekAware {

    private final ReadModels readModels;

    ProjectionListener(ReadModels readModels) {
        this.readModels = readModels;
    }

    @KafkaListener(
            id = "projection",
            idIsGroup = false,
            concurrency = "${postroom.projection.concurrency}",
            topics = {
                "postroom.domain-events",
                "postroom.configuration",
                "postroom.email-events",
                "postroom.interaction-events",
                "postroom.agent-events",
                "postroom.reply-events"
            })
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        var position = new LogPosition(entry.topic(), entry.partition(), entry.offset());
        Projected projected = project(position, entry.key(), entry.value());
        if (GivenBack.is(entry)) {
            readModels.applyGivenBack(projected);
        } else {
            readModels.apply(position, projected);
        }
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback seeking) {
        for (TopicPartition partition : assignments.keySet()) {
            Optional<Long> next = readModels.nextOffset(partition.topic(), partition.partition());
            if (next.isPresent()) {
                seeking.seek(partition.topic(), partition.partition(), next.get());
            } else {
                seeking.seekToBeginning(partition.topic(), partition.partition());
            }
        }
    }

    private static Projected project(LogPosition position, String key, @Nullable Object value) {
        return switch (value) {
            case null -> ConfigurationProjection.removed(key);
            case SpecificRecord event -> EventProjection.of(position, event);
            default ->
                throw new IllegalStateException("expected a record of the catalogue at %s, but got %s"
                        .formatted(position, value.getClass().getName()));
        };
    }
}
