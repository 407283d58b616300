package org.postroom.domain.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryKind;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.skill.Skill;
import org.postroom.domain.skill.SkillEvents;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.events.configuration.SpamRoute;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes addresses. */
@Component
final class AddressKind extends EntryKind<Address, AddressJson> {

    private static final Layout LAYOUT = new Layout(
            "addresses",
            Address.KIND,
            Map.of(
                    "queueId",
                    Queue.KIND,
                    "flowId",
                    Flow.KIND,
                    "spamFlowId",
                    Flow.KIND,
                    "signatureId",
                    Signature.KIND,
                    "skills.skillId",
                    Skill.KIND),
            Set.of("domainId", "localPart", "address", "domainName"),
            List.of("fromAddress", "replyTo"));

    AddressKind() {
        super(Address.class, AddressJson.class, LAYOUT);
    }

    @Override
    public AddressJson json(@Nullable String id, @Nullable Long version, Address address) {
        return AddressJson.of(id, version, address);
    }

    /** Addresses belong to the configuration of mail. */
    @Override
    public String permissionToChange() {
        return "routing:email:manage";
    }

    /** How many there may be, their domains say. */
    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public AddressConfigured event(String organisationId, Entry<Address> entry) {
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
        event.setQueueId(Optional.ofNullable(route.queue()).map(Id::value).orElse(null))
                .setSkills(SkillEvents.of(route.skills()))
                .setLanguage(Optional.ofNullable(route.language())
                        .map(LanguageTag::value)
                        .orElse(null))
                .setPriority(route.priority().minutes())
                .setFlowId(Optional.ofNullable(route.flow()).map(Id::value).orElse(null))
                .setSpamRoute(
                        switch (route.spam().action()) {
                            case DISCONNECT -> SpamRoute.DISCONNECT;
                            case FLOW -> SpamRoute.FLOW;
                        })
                .setSpamFlowId(
                        Optional.ofNullable(route.spam().flow()).map(Id::value).orElse(null));
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
                        .map(Id::value)
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

    /** The mail addresses of the caller's organisation. */
    @RestController
    @RequestMapping("/api/addresses")
    static class AddressController extends EntryController<Address, AddressJson> {

        private final Addresses addresses;

        AddressController(Directory<Address> directory, AddressKind kind, Addresses addresses) {
            super(directory, kind);
            this.addresses = addresses;
        }

        @Override
        protected Entry<Address> add(SignedInUser user, AddressJson address) {
            return addresses.create(user, address.toDraft(new Fields()));
        }

        @Override
        protected Entry<Address> change(SignedInUser user, String id, AddressJson address) {
            var fields = new Fields();
            var version = fields.version(address);
            var draft = address.toDraft(fields);
            return addresses.replace(user, id, version.get(), draft);
        }

        @Override
        protected void take(SignedInUser user, String id) {
            addresses.remove(user, id);
        }
    }
}
