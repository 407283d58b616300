package org.postroom.outbound.directory.kafka;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.directory.DirectoryTable;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.view.LogView;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Keeps the directory as new as the configuration topic. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.COMPOSE)
class DirectoryConfiguration {

    /** A health indicator of the readiness group, and metrics. */
    @Bean
    LogView<DirectoryTable> configurationView(ConsumerFactory<String, Object> consumers) {
        return new LogView<>("outbound-configuration", consumers, List.of(Topics.CONFIGURATION), new DirectoryView());
    }

    @Bean
    Directory directory(LogView<DirectoryTable> configurationView) {
        return new Followed(configurationView);
    }

    /** Has nothing before the topic was read whole. */
    private record Followed(LogView<DirectoryTable> view) implements Directory {

        @Override
        public Optional<SenderAddress> address(OrganisationId organisationId, String addressId) {
            return ask(table -> table.address(organisationId, addressId));
        }

        @Override
        public Optional<Signature> signature(OrganisationId organisationId, String signatureId) {
            return ask(table -> table.signature(organisationId, signatureId));
        }

        @Override
        public Optional<String> queueSignature(OrganisationId organisationId, String queueId) {
            return ask(table -> table.queueSignature(organisationId, queueId));
        }

        @Override
        public Optional<String> agentName(OrganisationId organisationId, AgentId agentId) {
            return ask(table -> table.agentName(organisationId, agentId));
        }

        private <R> Optional<R> ask(Function<DirectoryTable, Optional<R>> question) {
            return view.table().flatMap(question);
        }
    }
}
