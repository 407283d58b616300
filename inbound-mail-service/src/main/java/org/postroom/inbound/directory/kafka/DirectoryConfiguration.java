package org.postroom.inbound.directory.kafka;

import java.util.List;
import org.postroom.inbound.directory.Directory;
import org.postroom.runtime.view.LogView;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Every replica reads the directory whole, because every session asks it. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    /** A health indicator of the readiness group, and metrics. */
    @Bean
    LogView<DirectoryView.Known> directoryView(ConsumerFactory<String, Object> consumers) {
        return new LogView<>(
                "address-directory", consumers, List.of(Topics.STANDINGS, Topics.CONFIGURATION), new DirectoryView());
    }

    @Bean
    Directory directory(LogView<DirectoryView.Known> directoryView) {
        return new FollowedDirectory(directoryView);
    }
}
