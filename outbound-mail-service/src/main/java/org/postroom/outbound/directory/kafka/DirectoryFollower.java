package org.postroom.outbound.directory.kafka;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.Substitution;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.SenderAddress.SignatureRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.mail.EmailAddress;
import org.postroom.outbound.mail.Mailbox;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.kafka.LogFollower;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Keeps the directory as new as the configuration topic. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.COMPOSE)
class DirectoryFollower {

    @Bean
    Directory directory() {
        return new Directory();
    }

    @Bean
    LogFollower configurationFollower(ConsumerFactory<String, Object> consumers, Directory directory) {
        return new LogFollower(
                "outbound-configuration", consumers, List.of(Topics.CONFIGURATION), entry -> apply(directory, entry));
    }

    static void apply(Directory directory, ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case AddressConfigured address ->
                directory.put(address.getOrganisationId(), address.getAddressId(), sender(address));
            case SignatureConfigured signature ->
                directory.put(
                        signature.getOrganisationId(),
                        signature.getSignatureId(),
                        new Signature(
                                signature.getHtml(),
                                signature.getText(),
                                signature.getSubstitutions().stream()
                                        .collect(Collectors.toMap(
                                                Substitution::getName,
                                                Substitution::getDefaultValue,
                                                (first, second) -> first))));
            case AgentConfigured agent ->
                directory.putAgentName(agent.getOrganisationId(), agent.getAgentId(), agent.getDisplayName());
            case QueueConfigured queue ->
                directory.putQueueSignature(
                        queue.getOrganisationId(), queue.getQueueId(), queue.getDefaultSignatureId());
            case null -> remove(directory, entry.key());
            default -> {
                // skills and the like do not concern replies
            }
        }
    }

    private static void remove(Directory directory, String key) {
        String[] parts = key.split("/", 3);
        if (parts.length == 3) {
            switch (parts[1]) {
                case "address" -> directory.removeAddress(parts[0], parts[2]);
                case "signature" -> directory.removeSignature(parts[0], parts[2]);
                case "queue" -> directory.putQueueSignature(parts[0], parts[2], null);
                case "agent" -> directory.removeAgent(parts[0], parts[2]);
                default -> {
                    // skills and the like do not concern replies
                }
            }
        }
    }

    private static SenderAddress sender(AddressConfigured address) {
        return new SenderAddress(
                EmailAddress.of(address.getLocalPart() + "@" + address.getDomainName()),
                new Mailbox(EmailAddress.of(address.getFromAddress()), address.getFromName()),
                address.getReplyTo() == null ? null : EmailAddress.of(address.getReplyTo()),
                address.getHiddenBcc().stream().map(EmailAddress::of).toList(),
                address.getQueueId(),
                new SignatureRule(
                        address.getSignatureId(),
                        address.getSignaturePlacement() == SignaturePlacement.EDITOR
                                ? SignatureRule.Placement.EDITOR
                                : SignatureRule.Placement.UNSEEN,
                        address.getSignatureOn() == SignatureOn.FIRST_OF_CONVERSATION),
                rule(address.getHistory()),
                address.getMultipleActions());
    }

    private static HistoryRule rule(HistoryInclusion history) {
        return switch (history) {
            case NEVER -> HistoryRule.NEVER;
            case AGENT_DECIDES -> HistoryRule.AGENT_DECIDES;
            case ALWAYS, UNKNOWN -> HistoryRule.ALWAYS;
        };
    }
}
