package org.postroom.outbound.directory.kafka;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.common.Substitution;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.directory.DirectoryTable;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.SenderAddress.SignatureRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.view.View;
import org.postroom.schemas.catalogue.EntityKey;

/** What the configuration means for replies. */
final class DirectoryView implements View<DirectoryTable> {

    @Override
    public DirectoryTable empty() {
        return new DirectoryTable();
    }

    @Override
    public Set<Class<? extends SpecificRecord>> records() {
        return Set.of(AddressConfigured.class, SignatureConfigured.class, AgentConfigured.class, QueueConfigured.class);
    }

    @Override
    public void put(DirectoryTable directory, EntityKey key, SpecificRecord state) {
        switch (state) {
            case AddressConfigured address ->
                directory.put(new OrganisationId(address.getOrganisationId()), address.getAddressId(), sender(address));
            case SignatureConfigured signature ->
                directory.put(
                        new OrganisationId(signature.getOrganisationId()),
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
                directory.putAgentName(
                        new OrganisationId(agent.getOrganisationId()),
                        new AgentId(agent.getAgentId()),
                        agent.getDisplayName());
            case QueueConfigured queue ->
                directory.putQueueSignature(
                        new OrganisationId(queue.getOrganisationId()),
                        queue.getQueueId(),
                        queue.getDefaultSignatureId());
            default -> throw new IllegalArgumentException("expected a record that was asked for, but got " + key);
        }
    }

    @Override
    public void remove(DirectoryTable directory, EntityKey key) {
        var organisationId = new OrganisationId(key.organisationId());
        switch (key.kind()) {
            case EntityKey.ADDRESS -> directory.removeAddress(organisationId, key.entityId());
            case EntityKey.SIGNATURE -> directory.removeSignature(organisationId, key.entityId());
            case EntityKey.QUEUE -> directory.putQueueSignature(organisationId, key.entityId(), null);
            case EntityKey.AGENT -> directory.removeAgent(organisationId, new AgentId(key.entityId()));
            default -> {
                // skills and the like do not concern replies
            }
        }
    }

    /** A reply goes by what an address or a signature was last known to be, else it waits as for one that is not known. */
    @Override
    public void unreadable(DirectoryTable directory, EntityKey key) {
        // nothing of it changes
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
