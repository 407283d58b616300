package org.postroom.runtime.access;

import java.util.List;
import org.postroom.runtime.kafka.LogFollower;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Follows roles and organisations in every service that asks for it with {@code postroom.access.follow=true}. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnProperty("postroom.access.follow")
public class AccessConfiguration {

    /** Makes the configuration; Spring does. */
    public AccessConfiguration() {}

    @Bean
    FollowedAccessTable accessTable() {
        return new FollowedAccessTable();
    }

    @Bean
    LogFollower accessFollower(ConsumerFactory<String, Object> consumers, FollowedAccessTable table) {
        return new LogFollower("access", consumers, List.of(Topics.CONFIGURATION, Topics.DOMAIN_EVENTS), table::apply);
    }
}
