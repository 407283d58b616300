package org.postroom.runtime.access;

import java.util.List;
import org.postroom.runtime.view.LogView;
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

    /** A health indicator of the readiness group, and metrics. */
    @Bean
    LogView<KnownAccess> accessView(ConsumerFactory<String, Object> consumers) {
        return new LogView<>("access", consumers, List.of(Topics.CONFIGURATION, Topics.STANDINGS), new AccessView());
    }

    @Bean
    AccessTable accessTable(LogView<KnownAccess> accessView) {
        return new FollowedAccessTable(accessView::table);
    }
}
