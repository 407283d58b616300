package org.postroom.outbound.bounce.kafka;

import java.time.Instant;
import java.util.List;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.outbound.bounce.BouncePublisher;
import org.postroom.outbound.bounce.DeliveryReport;
import org.postroom.outbound.bounce.SentReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts what came back into the outbox, in the transaction that notes it. */
@Component
@InStage(Stage.SEND)
class OutboxBouncePublisher implements BouncePublisher {

    private final Outbox outbox;

    OutboxBouncePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bounced(SentReply reply, String recipient, DeliveryReport.Failure failure, String emailId, Instant at) {
        var event = ReplyBounced.newBuilder()
                .setOrganisationId(reply.organisationId().value())
                .setReplyId(reply.replyId().value())
                .setInteractionId(reply.interactionId().value())
                .setRecipients(List.of(recipient))
                .setEnhancedStatus(failure.enhancedStatus())
                .setReason(failure.reason())
                .setEmailId(emailId)
                .setOccurredAt(at)
                .build();
        outbox.add(
                Topics.REPLY_EVENTS,
                reply.organisationId().value(),
                reply.interactionId().value(),
                event);
    }
}
