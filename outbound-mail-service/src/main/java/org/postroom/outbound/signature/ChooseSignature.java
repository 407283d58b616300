package org.postroom.outbound.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.SenderAddress.SignatureRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.OrganisationId;

/** Finds the signature that a reply carries by the address's rule, and the values for the names in it. */
public final class ChooseSignature {

    private final Directory directory;
    private final Organisations organisations;

    /** Takes where signatures and values come from. */
    public ChooseSignature(Directory directory, Organisations organisations) {
        this.directory = directory;
        this.organisations = organisations;
    }

    /**
     * The signature that is added to a reply unseen or put into the editor, whichever is asked for.
     *
     * @param mails the conversation's mails so far
     * @return the address's signature, or its queue's where the address has none; empty where the rule wants none here
     */
    public Optional<Signature> due(
            OrganisationId organisationId,
            SenderAddress sender,
            Interaction interaction,
            List<ConversationMail> mails,
            SignatureRule.Placement placement) {
        SignatureRule rule = sender.signature();
        boolean first = mails.stream().allMatch(ConversationMail::fromCustomer);
        if (rule.placement() != placement || (rule.firstOfConversation() && !first)) {
            return Optional.empty();
        }
        String own = rule.signatureId();
        return Optional.ofNullable(own)
                .or(() -> ofQueue(organisationId, sender, interaction))
                .flatMap(id -> directory.signature(organisationId, id));
    }

    /** What the names in a signature stand for. */
    public Map<String, String> values(
            OrganisationId organisationId, AgentId agentId, SenderAddress sender, Interaction interaction) {
        @Nullable String customer = interaction.customerName();
        return Map.of(
                Substitutions.AGENT_NAME,
                directory.agentName(organisationId, agentId).orElse(""),
                Substitutions.CUSTOMER_NAME,
                customer == null || customer.isBlank() ? interaction.customerAddress() : customer,
                Substitutions.ORGANISATION_NAME,
                organisations.name(organisationId).orElse(""),
                Substitutions.ADDRESS,
                sender.own().value());
    }

    private Optional<String> ofQueue(OrganisationId organisationId, SenderAddress sender, Interaction interaction) {
        @Nullable String queue = interaction.queueId() == null ? sender.queueId() : interaction.queueId();
        return queue == null ? Optional.empty() : directory.queueSignature(organisationId, queue);
    }
}
