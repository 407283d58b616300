package org.postroom.outbound.reply.kafka;

import org.postroom.events.common.MessageReference;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.reply.ReplyPublisher;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts {@link ReplyRequested} into the outbox, in the transaction of the request. */
@Component
@InStage(Stage.COMPOSE)
class ReplyRequestedPublisher implements ReplyPublisher {

    private final Outbox outbox;

    ReplyRequestedPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void requested(RequestedReply reply) {
        var content = reply.content();
        ReplyRequested event = ReplyRequested.newBuilder()
                .setOrganisationId(reply.organisationId().value())
                .setReplyId(reply.replyId().value())
                .setInteractionId(reply.interactionId().value())
                .setAgentId(reply.agentId().value())
                .setAddressId(reply.addressId())
                .setRecipients(reply.recipients().stream()
                        .map(ReplyRequestedPublisher::recipient)
                        .toList())
                .setSubject(reply.subject())
                .setContent(new MessageReference(content.key(), content.size(), content.sha256()))
                .setIncludeHistory(reply.includeHistory())
                .setOccurredAt(reply.requestedAt())
                .build();
        outbox.add(
                Topics.REPLY_EVENTS,
                reply.organisationId().value(),
                reply.interactionId().value(),
                event);
    }

    private static Recipient recipient(Addressee addressee) {
        return new Recipient(
                addressee.mailbox().address().value(),
                addressee.mailbox().name(),
                RecipientKind.valueOf(addressee.kind().name()));
    }
}
