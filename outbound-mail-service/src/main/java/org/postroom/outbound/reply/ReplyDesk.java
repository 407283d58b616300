package org.postroom.outbound.reply;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.SenderAddress.SignatureRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.signature.ChooseSignature;
import org.postroom.outbound.signature.Substitutions;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.NotFoundException;

/** Takes agents' replies: checks who asks and what for, stores the content, and announces the reply. */
public final class ReplyDesk {

    private final Conversations conversations;
    private final Directory directory;
    private final ChooseSignature signatures;
    private final ContentStore contents;
    private final Replies replies;
    private final ReplyPublisher publisher;
    private final IdSource ids;
    private final Clock clock;

    /** Takes what the desk works with. */
    public ReplyDesk(
            Conversations conversations,
            Directory directory,
            ChooseSignature signatures,
            ContentStore contents,
            Replies replies,
            ReplyPublisher publisher,
            IdSource ids,
            Clock clock) {
        this.conversations = conversations;
        this.directory = directory;
        this.signatures = signatures;
        this.contents = contents;
        this.replies = replies;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a reply. The caller provides the transaction.
     *
     * @param idempotencyKey a repeated request with the same key gets the first one's reply; null for none
     * @return the reply's identifier
     * @throws NotFoundException where the organisation has no such interaction
     * @throws ConflictException where the agent does not handle it, or its reply is already on its way
     * @throws org.postroom.runtime.problem.InvalidFieldException where a field breaks a rule
     */
    public ReplyId request(
            OrganisationId organisationId,
            AgentId agentId,
            InteractionId interactionId,
            Draft draft,
            @Nullable String idempotencyKey) {
        Interaction interaction = conversations
                .lockInteraction(organisationId, interactionId)
                .orElseThrow(() -> new NotFoundException("interaction", interactionId.value()));
        Optional<RequestedReply> earlier = idempotencyKey == null
                ? Optional.empty()
                : replies.byIdempotencyKey(organisationId, agentId, idempotencyKey);
        return earlier.map(reply -> repeated(reply, interactionId))
                .orElseGet(() -> take(organisationId, agentId, interaction, draft, idempotencyKey));
    }

    /**
     * What became of an interaction's replies, oldest first.
     *
     * @param after only of those behind this one; null from the beginning
     * @param limit how many at most
     * @throws NotFoundException where the organisation has no such interaction
     */
    public List<ReplyStatus> replies(
            OrganisationId organisationId, InteractionId interactionId, @Nullable String after, int limit) {
        if (conversations.interaction(organisationId, interactionId).isEmpty()) {
            throw new NotFoundException("interaction", interactionId.value());
        }
        return replies.ofInteraction(organisationId, interactionId, after, limit);
    }

    /**
     * What an agent's editor begins with.
     *
     * @throws NotFoundException where the organisation has no such interaction
     * @throws ConflictException where its address is not configured any more
     */
    public Beginning begin(OrganisationId organisationId, AgentId agentId, InteractionId interactionId) {
        Interaction interaction = conversations
                .interaction(organisationId, interactionId)
                .orElseThrow(() -> new NotFoundException("interaction", interactionId.value()));
        SenderAddress sender = sender(organisationId, interaction);
        var mails = conversations.mails(organisationId, interaction.conversationId());
        Signature signature = signatures
                .due(organisationId, sender, interaction, mails, SignatureRule.Placement.EDITOR)
                .map(due -> Substitutions.filled(due, signatures.values(organisationId, agentId, sender, interaction)))
                .orElse(null);
        return new Beginning(sender.from(), sender.history(), signature);
    }

    private SenderAddress sender(OrganisationId organisationId, Interaction interaction) {
        return directory
                .address(organisationId, interaction.addressId())
                .orElseThrow(() -> new ConflictException(
                        "expected the address that the customer wrote to, but it is not configured any more"));
    }

    private ReplyId take(
            OrganisationId organisationId,
            AgentId agentId,
            Interaction interaction,
            Draft draft,
            @Nullable String idempotencyKey) {
        SenderAddress sender = sender(organisationId, interaction);
        if (interaction.mayReply(agentId, sender.multipleActions())
                instanceof Interaction.Permission.Refused(String reason)) {
            throw new ConflictException(reason);
        }
        var recipients =
                DraftRules.recipients(draft, interaction, sender.hiddenBcc().size());
        String subject = DraftRules.subject(draft, interaction);
        ReplyContent content = DraftRules.content(draft);
        var reply = new RequestedReply(
                organisationId,
                new ReplyId(ids.next()),
                interaction.interactionId(),
                agentId,
                interaction.addressId(),
                recipients,
                subject,
                contents.store(organisationId, content),
                draft.includeHistory(),
                clock.instant());
        replies.add(reply, idempotencyKey);
        conversations.replyUnderWay(organisationId, interaction.interactionId(), reply.replyId());
        publisher.requested(reply);
        return reply.replyId();
    }

    private static ReplyId repeated(RequestedReply earlier, InteractionId interactionId) {
        if (!earlier.interactionId().equals(interactionId)) {
            throw new ConflictException(
                    "expected a new idempotency key, but this one was used for a reply to another interaction");
        }
        return earlier.replyId();
    }
}
