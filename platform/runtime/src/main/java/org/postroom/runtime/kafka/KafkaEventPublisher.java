package org.postroom.runtime.kafka;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.postroom.runtime.id.IdSource;
import org.postroom.schemas.catalogue.Topic;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes through Spring's template, which adds the trace context. */
final class KafkaEventPublisher implements EventPublisher {

    private final KafkaTemplate<String, Object> template;
    private final String source;
    private final IdSource ids;
    private final Clock clock;

    KafkaEventPublisher(KafkaTemplate<String, Object> template, String source, IdSource ids, Clock clock) {
        this.template = template;
        this.source = source;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<EventPosition> publish(
            Topic topic, String organisationId, String key, SpecificRecord event) {
        int count = template.partitionsFor(topic.name()).size();
        int partition = Partitions.partition(topic, organisationId, key, count);
        var headers = EventHeaders.of(ids.next(), event.getSchema().getFullName(), source, clock.instant());
        return template.send(new ProducerRecord<>(topic.name(), partition, key, (Object) event, headers))
                .thenApply(sent -> sent.getRecordMetadata())
                .thenApply(metadata -> new EventPosition(metadata.topic(), metadata.partition(), metadata.offset()));
    }
}
