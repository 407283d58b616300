package org.postroom.runtime.kafka;

import java.time.Clock;
import org.postroom.runtime.id.IdSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** Kafka and Avro set-up beyond what {@code postroom-runtime.yaml} gives Spring Boot. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class KafkaEventsConfiguration {

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, Object> template,
            @Value("${spring.application.name}") String source,
            IdSource ids,
            Clock clock) {
        return new KafkaEventPublisher(template, source, ids, clock);
    }
}
