package org.postroom.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postroom.runtime.id.IdSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Kafka and Avro set-up beyond what {@code postroom-runtime.yaml} gives Spring Boot.
 *
 * <p>A listener that fails is retried for ever, on its partition, with growing pauses: the order within an organisation
 * matters more than the neighbours' speed, and our own bug must never lose a fact. Only a record that can never be read
 * goes to the topic's dead letters.
 */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class KafkaEventsConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int SAME_PARTITION_COUNT = -1;

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, Object> template,
            @Value("${spring.application.name}") String source,
            IdSource ids,
            Clock clock) {
        return new KafkaEventPublisher(template, source, ids, clock);
    }

    @Bean
    CommonErrorHandler retryForEver(KafkaTemplate<String, Object> template) {
        var asItWas = new KafkaTemplate<>(
                template.getProducerFactory(),
                Map.of(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        var deadLetters = new DeadLetterPublishingRecoverer(
                letter -> letter.value() instanceof byte[] ? asItWas : template,
                (entry, failure) -> new TopicPartition(entry.topic() + ".dead-letters", SAME_PARTITION_COUNT));
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2.0);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        return new DefaultErrorHandler(deadLetters, pauses);
    }

    /** Without it, a record that {@link EventDeserializer} could not read would reach the listener as a removal. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> unreadableIsNoRemoval() {
        return container -> container.getContainerProperties().setCheckDeserExWhenValueNull(true);
    }
}
