package org.postroom.inbound.directory.kafka;

import java.util.List;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.runtime.kafka.LogFollower;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Every replica reads the directory whole, because every session asks it. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    DirectoryTable directoryTable() {
        return new DirectoryTable();
    }

    @Bean
    LogFollower directoryFollower(ConsumerFactory<String, Object> consumers, DirectoryTable table) {
        return new LogFollower(
                "address-directory",
                consumers,
                List.of(Topics.DOMAIN_EVENTS, Topics.CONFIGURATION),
                new DirectoryUpdater(table)::apply);
    }

    @Bean
    Directory directory(DirectoryTable table, LogFollower directoryFollower) {
        return (localPart, domainName) ->
                directoryFollower.isCaughtUp() ? table.find(localPart, domainName) : new DirectoryAnswer.NotReady();
    }
}
