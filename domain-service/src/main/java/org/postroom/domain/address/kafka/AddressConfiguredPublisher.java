package org.postroom.domain.address.kafka;

import java.util.Optional;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.Answering;
import org.postroom.domain.address.EmailAddress;
import org.postroom.domain.address.Route;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.flow.FlowId;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.queue.QueueId;
import org.postroom.domain.signature.SignatureId;
import org.postroom.domain.skill.kafka.SkillRequirements;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.events.configuration.SpamRoute;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code AddressConfigured}. */
@Component
final class AddressConfiguredPublisher extends ConfigurationPublisher<Address> {

    AddressConfiguredPublisher(Outbox outbox) {
        super(Address.KIND, outbox);
    }

    @Override
    protected AddressConfigured event(String organisationId, Entry<Address> entry) {
        Address address = entry.value();
        var event = AddressConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAddressId(entry.id())
                .setDomainId(address.domain().value())
                .setDomainName(address.address().domain().value())
                .setLocalPart(address.address().localPart().value())
                .setFromAddress(address.from().toString())
                .setCatchAll(address.reception().catchAll())
                .setPlusAddressing(address.reception().plusAddressing())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt());
        addRoute(event, address.route());
        addAnswering(event, address.answering());
        return event.build();
    }

    private static void addRoute(AddressConfigured.Builder event, Route route) {
        event.setQueueId(Optional.ofNullable(route.queue()).map(QueueId::value).orElse(null))
                .setSkills(SkillRequirements.of(route.skills()))
                .setLanguage(Optional.ofNullable(route.language())
                        .map(LanguageTag::value)
                        .orElse(null))
                .setPriority(route.priority().minutes())
                .setFlowId(Optional.ofNullable(route.flow()).map(FlowId::value).orElse(null))
                .setSpamRoute(
                        switch (route.spam().action()) {
                            case DISCONNECT -> SpamRoute.DISCONNECT;
                            case FLOW -> SpamRoute.FLOW;
                        })
                .setSpamFlowId(Optional.ofNullable(route.spam().flow())
                        .map(FlowId::value)
                        .orElse(null));
    }

    private static void addAnswering(AddressConfigured.Builder event, Answering answering) {
        event.setFromName(Optional.ofNullable(answering.fromName())
                        .map(Name::value)
                        .orElse(null))
                .setReplyTo(Optional.ofNullable(answering.replyTo())
                        .map(own -> own.address().toString())
                        .orElse(null))
                .setHiddenBcc(answering.hiddenBcc().addresses().stream()
                        .map(EmailAddress::toString)
                        .toList())
                .setSignatureId(Optional.ofNullable(answering.signature())
                        .map(SignatureId::value)
                        .orElse(null))
                .setSignaturePlacement(
                        switch (answering.signaturePlacement()) {
                            case UNSEEN -> SignaturePlacement.UNSEEN;
                            case EDITOR -> SignaturePlacement.EDITOR;
                        })
                .setSignatureOn(
                        switch (answering.signatureOn()) {
                            case EVERY_MAIL -> SignatureOn.EVERY_MAIL;
                            case FIRST_OF_CONVERSATION -> SignatureOn.FIRST_OF_CONVERSATION;
                        })
                .setHistory(
                        switch (answering.history()) {
                            case ALWAYS -> HistoryInclusion.ALWAYS;
                            case NEVER -> HistoryInclusion.NEVER;
                            case AGENT_DECIDES -> HistoryInclusion.AGENT_DECIDES;
                        })
                .setMultipleActions(answering.multipleActions());
    }
}
