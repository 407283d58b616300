package org.postroom.runtime.health;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/** Adds the broker and the listeners to a service's readiness. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class HealthConfiguration {

    @Bean(destroyMethod = "close")
    Admin healthAdmin(KafkaAdmin admin) {
        return Admin.create(Map.copyOf(admin.getConfigurationProperties()));
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(
            Admin healthAdmin,
            KafkaListenerEndpointRegistry listeners,
            @Value("${postroom.readiness.allowed-lag:1000}") long allowedLag) {
        return new KafkaReadiness(healthAdmin, listeners, allowedLag);
    }
}
