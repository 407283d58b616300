package org.postroom.outbound.compose.kafka;

import java.time.Instant;
import java.util.List;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.mail.MessageId;
import org.postroom.outbound.compose.Composition;
import org.postroom.outbound.compose.CompositionPublisher;
import org.postroom.outbound.compose.Letter;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts {@link ReplyComposed} or {@link ReplyFailed} into the outbox. */
@Component
@InStage(Stage.COMPOSE)
class OutboxCompositionPublisher implements CompositionPublisher {

    private final Outbox outbox;

    OutboxCompositionPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void composed(RequestedReply reply, String conversationId, Letter letter, StoredMail mail, Instant at) {
        var inReplyTo = letter.inReplyTo();
        ReplyComposed event = ReplyComposed.newBuilder()
                .setOrganisationId(reply.organisationId().value())
                .setReplyId(reply.replyId().value())
                .setInteractionId(reply.interactionId().value())
                .setConversationId(conversationId)
                .setMessageId(letter.messageId().value())
                .setEnvelopeSender(letter.envelopeSender().value())
                .setFrom(new MailAddress(
                        letter.from().address().value(), letter.from().name()))
                .setRecipients(letter.recipients().stream()
                        .map(OutboxCompositionPublisher::recipient)
                        .toList())
                .setSubject(letter.subject())
                .setInReplyTo(inReplyTo == null ? null : inReplyTo.value())
                .setReferences(
                        letter.references().stream().map(MessageId::value).toList())
                .setMessage(new MessageReference(mail.key(), mail.size(), mail.sha256()))
                .setSignatureIncluded(letter.signatureIncluded())
                .setHistoryIncluded(letter.historyIncluded())
                .setOccurredAt(at)
                .build();
        outbox.add(
                Topics.REPLY_EVENTS,
                reply.organisationId().value(),
                reply.interactionId().value(),
                event);
    }

    @Override
    public void refused(RequestedReply reply, Composition.Refused refusal, Instant at) {
        ReplyFailed event = ReplyFailed.newBuilder()
                .setOrganisationId(reply.organisationId().value())
                .setReplyId(reply.replyId().value())
                .setInteractionId(reply.interactionId().value())
                .setRecipients(List.of())
                .setEnhancedStatus(refusal.enhancedStatus())
                .setReason(refusal.reason())
                .setOccurredAt(at)
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
