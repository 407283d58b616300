package org.postroom.outbound.delivery.kafka;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.DeliveryAnnouncer;
import org.postroom.outbound.delivery.DeliveryState;
import org.postroom.outbound.delivery.Verdict;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts the outcomes of replies into the outbox, in the transaction that records them. */
@Component
@InStage(Stage.SEND)
class DeliveryPublisher implements DeliveryAnnouncer {

    private final Outbox outbox;

    DeliveryPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void sent(OutgoingReply reply, Verdict.Sent sent, Instant at) {
        add(
                reply.organisationId(),
                reply.interactionId(),
                ReplySent.newBuilder()
                        .setOrganisationId(reply.organisationId())
                        .setReplyId(reply.replyId())
                        .setInteractionId(reply.interactionId())
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
                        .setOrganisationId(reply.organisationId())
                        .setReplyId(reply.replyId())
                        .setInteractionId(reply.interactionId())
                        .setAttempts(deferred.attempts())
                        .setNextAttemptAt(deferred.dueAt())
                        .setReason(deferred.reason())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void held(
            String organisationId, String replyId, String interactionId, String reason, Instant nextTurn, Instant at) {
        add(
                organisationId,
                interactionId,
                ReplyDeferred.newBuilder()
                        .setOrganisationId(organisationId)
                        .setReplyId(replyId)
                        .setInteractionId(interactionId)
                        .setAttempts(0)
                        .setNextAttemptAt(nextTurn)
                        .setReason(reason)
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void failed(String organisationId, String replyId, String interactionId, Verdict.Failed failed, Instant at) {
        add(
                organisationId,
                interactionId,
                ReplyFailed.newBuilder()
                        .setOrganisationId(organisationId)
                        .setReplyId(replyId)
                        .setInteractionId(interactionId)
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
                        .setOrganisationId(reply.organisationId())
                        .setReplyId(reply.replyId())
                        .setInteractionId(reply.interactionId())
                        .setMessageId(reply.messageId())
                        .setRecipients(recipients)
                        .setOccurredAt(at)
                        .build());
    }

    private void add(String organisationId, String interactionId, SpecificRecord event) {
        outbox.add(Topics.REPLY_EVENTS, organisationId, interactionId, event);
    }
}
