package org.postroom.outbound.conversation.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.UnparkReason;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.postroom.runtime.text.StorableText;
import org.springframework.stereotype.Component;

/** Tells the conversations what happened; every change is a plain overwrite, so that a repeat does no harm. */
@Component
@InStage(Stage.COMPOSE)
class ConversationListener {

    private final Conversations conversations;

    ConversationListener(Conversations conversations) {
        this.conversations = conversations;
    }

    @Consumers.OfConversations
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case InteractionQueued queued ->
                conversations.queued(new OrganisationId(queued.getOrganisationId()), interaction(queued));
            case InteractionAccepted accepted ->
                conversations.handled(
                        new OrganisationId(accepted.getOrganisationId()),
                        new InteractionId(accepted.getInteractionId()),
                        new AgentId(accepted.getAgentId()),
                        accepted.getOccurredAt());
            case InteractionParked parked ->
                conversations.closed(
                        new OrganisationId(parked.getOrganisationId()), new InteractionId(parked.getInteractionId()));
            case InteractionUnparked unparked
            when unparked.getReason() == UnparkReason.RESUMED ->
                conversations.handled(
                        new OrganisationId(unparked.getOrganisationId()),
                        new InteractionId(unparked.getInteractionId()),
                        new AgentId(unparked.getAgentId()),
                        unparked.getOccurredAt());
            case InteractionTransferred given ->
                conversations.closed(
                        new OrganisationId(given.getOrganisationId()), new InteractionId(given.getInteractionId()));
            case InteractionWrapUpStarted wrapUp ->
                conversations.closed(
                        new OrganisationId(wrapUp.getOrganisationId()), new InteractionId(wrapUp.getInteractionId()));
            case InteractionReopened reopened ->
                conversations.handled(
                        new OrganisationId(reopened.getOrganisationId()),
                        new InteractionId(reopened.getInteractionId()),
                        new AgentId(reopened.getAgentId()),
                        reopened.getOccurredAt());
            case InteractionClosed closed ->
                conversations.closed(
                        new OrganisationId(closed.getOrganisationId()), new InteractionId(closed.getInteractionId()));
            case EmailThreaded threaded ->
                conversations.placed(
                        new OrganisationId(threaded.getOrganisationId()),
                        threaded.getEmailId(),
                        threaded.getConversationId());
            case ConversationsMerged merged ->
                conversations.merged(
                        new OrganisationId(merged.getOrganisationId()),
                        merged.getConversationId(),
                        merged.getIntoConversationId());
            case ConversationsParted parted ->
                conversations.parted(new OrganisationId(parted.getOrganisationId()), parted.getConversationId());
            case EmailMoved moved -> moved(moved);
            case EmailReceived received ->
                conversations.received(new OrganisationId(received.getOrganisationId()), mail(received));
            case ReplyComposed composed ->
                conversations.composed(
                        new OrganisationId(composed.getOrganisationId()), composed.getConversationId(), mail(composed));
            case ReplyFailed failed ->
                conversations.replyFailed(
                        new OrganisationId(failed.getOrganisationId()),
                        new InteractionId(failed.getInteractionId()),
                        new ReplyId(failed.getReplyId()));
            case null, default -> {
                // the other events change nothing here
            }
        }
    }

    private void moved(EmailMoved moved) {
        var organisationId = new OrganisationId(moved.getOrganisationId());
        conversations.placed(organisationId, moved.getEmailId(), moved.getConversationId());
        String interactionId = moved.getInteractionId();
        if (interactionId != null) {
            conversations.moved(organisationId, new InteractionId(interactionId), moved.getConversationId());
        }
        conversations.left(organisationId, moved.getEmailId(), moved.getFromConversationId());
    }

    private static Interaction interaction(InteractionQueued queued) {
        return new Interaction(
                new InteractionId(queued.getInteractionId()),
                queued.getConversationId(),
                queued.getAddressId(),
                queued.getQueueId(),
                StorableText.of(queued.getCustomer().getAddress()),
                fit(queued.getCustomer().getName()),
                StorableText.of(queued.getSubject()),
                queued.getEmailId(),
                null,
                null);
    }

    private static ConversationMail mail(EmailReceived received) {
        return new ConversationMail(
                received.getEmailId(),
                true,
                fit(received.getMessageId()),
                fit(received.getInReplyTo()),
                fit(received.getReferences()),
                StorableText.of(received.getFrom().getAddress()),
                fit(received.getFrom().getName()),
                received.getSentAt() == null ? received.getOccurredAt() : received.getSentAt(),
                received.getMessage().getKey());
    }

    private static ConversationMail mail(ReplyComposed composed) {
        String inReplyTo = composed.getInReplyTo();
        return new ConversationMail(
                composed.getReplyId(),
                false,
                composed.getMessageId(),
                inReplyTo == null ? List.of() : fit(List.of(inReplyTo)),
                fit(composed.getReferences()),
                StorableText.of(composed.getFrom().getAddress()),
                fit(composed.getFrom().getName()),
                composed.getOccurredAt(),
                composed.getMessage().getKey());
    }

    private static @Nullable String fit(@Nullable String text) {
        return text == null ? null : StorableText.of(text);
    }

    private static List<String> fit(List<String> texts) {
        return texts.stream().map(StorableText::of).toList();
    }
}
