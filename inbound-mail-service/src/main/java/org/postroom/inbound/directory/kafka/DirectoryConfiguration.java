package org.postroom.inbound.directory.kafka;

import java.util.List;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
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

    /**
     * Asks the table that serves. While it does not follow the log, what it would refuse for good may have come to be in the
     * meantime, so nothing is said about that.
     */
    @Bean
    Directory directory(LogView<DirectoryView.Known> directoryView) {
        return new Directory() {
            @Override
            public DirectoryAnswer find(String localPart, String domainName) {
                return directoryView
                        .table()
                        .map(known -> known.table().find(localPart, domainName))
                        .filter(answer -> directoryView.isCaughtUp() || !answer.isFinal())
                        .orElseGet(DirectoryAnswer.NotReady::new);
            }

            @Override
            public boolean owns(String organisationId, String domainName) {
                return directoryView
                        .table()
                        .filter(known -> known.table().owns(organisationId, domainName))
                        .isPresent();
            }
        };
    }
}
