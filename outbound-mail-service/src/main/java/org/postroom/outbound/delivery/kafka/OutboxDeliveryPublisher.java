package org.postroom.outbound.delivery.kafka;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.DeliveryPublisher;
import org.postroom.outbound.delivery.DeliveryState;
import org.postroom.outbound.delivery.Verdict;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts the outcomes of replies into the outbox, in the transaction that records them. */
@Component
@InStage(Stage.SEND)
class OutboxDeliveryPublisher implements DeliveryPublisher {

    private final Outbox outbox;

    OutboxDeliveryPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void sent(OutgoingReply reply, Verdict.Sent sent, Instant at) {
        add(
                reply.organisationId(),
                reply.interactionId(),
                ReplySent.newBuilder()
                        .setOrganisationId(reply.organisationId().value())
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setMessageId(reply.messageId())
                        .setDkimSelectors(reply.dkimSelectors())
                        .setDeliveries(sent.deliveries().stream()
                                .map(answer -> new org.postroom.events.reply.Delivery(
                                        answer.recipient(),
                                        answer.delivered().server(),
                                        answer.delivered().answer()))
                                .toList())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void deferred(OutgoingReply reply, DeliveryState.Deferred deferred, Instant at) {
        add(
                reply.organisationId(),
                reply.interactionId(),
                ReplyDeferred.newBuilder()
                        .setOrganisationId(reply.organisationId().value())
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setAttempts(deferred.attempts())
                        .setNextAttemptAt(deferred.dueAt())
                        .setReason(deferred.reason())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void held(
            OrganisationId organisationId,
            ReplyId replyId,
            InteractionId interactionId,
            String reason,
            Instant nextTurn,
            Instant at) {
        add(
                organisationId,
                interactionId,
                ReplyDeferred.newBuilder()
                        .setOrganisationId(organisationId.value())
                        .setReplyId(replyId.value())
                        .setInteractionId(interactionId.value())
                        .setAttempts(0)
                        .setNextAttemptAt(nextTurn)
                        .setReason(reason)
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void failed(
            OrganisationId organisationId,
            ReplyId replyId,
            InteractionId interactionId,
            Verdict.Failed failed,
            Instant at) {
        add(
                organisationId,
                interactionId,
                ReplyFailed.newBuilder()
                        .setOrganisationId(organisationId.value())
                        .setReplyId(replyId.value())
                        .setInteractionId(interactionId.value())
                        .setRecipients(failed.recipients())
                        .setEnhancedStatus(failed.enhancedStatus())
                        .setReason(failed.reason())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void uncertain(OutgoingReply reply, List<String> recipients, Instant at) {
        add(
                reply.organisationId(),
                reply.interactionId(),
                ReplyUncertain.newBuilder()
                        .setOrganisationId(reply.organisationId().value())
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setMessageId(reply.messageId())
                        .setRecipients(recipients)
                        .setOccurredAt(at)
                        .build());
    }

    private void add(OrganisationId organisationId, InteractionId interactionId, SpecificRecord event) {
        outbox.add(Topics.REPLY_EVENTS, organisationId.value(), interactionId.value(), event);
    }
}
