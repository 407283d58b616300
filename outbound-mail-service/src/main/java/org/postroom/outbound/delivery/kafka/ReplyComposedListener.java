package org.postroom.outbound.delivery.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.Recipient;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.delivery.ComposedReply;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.outbound.waiting.Ticket;
import org.postroom.outbound.waiting.WaitingLine;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues each composed reply once, however often it is delivered. */
@Component
@InStage(Stage.SEND)
class ReplyComposedListener {

    private final WaitingLine<ComposedReply> line;

    ReplyComposedListener(WaitingLine<ComposedReply> line) {
        this.line = line;
    }

    @Consumers.OfComposedReplies
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        if (entry.value() instanceof ReplyComposed composed) {
            var ticket = new Ticket(
                    new OrganisationId(composed.getOrganisationId()),
                    new InteractionId(composed.getInteractionId()),
                    new ReplyId(composed.getReplyId()));
            line.arrived(ticket, reply(composed));
        }
    }

    private static ComposedReply reply(ReplyComposed composed) {
        return new ComposedReply(
                new OrganisationId(composed.getOrganisationId()),
                new ReplyId(composed.getReplyId()),
                new InteractionId(composed.getInteractionId()),
                composed.getMessageId(),
                EmailAddress.of(composed.getEnvelopeSender()),
                EmailAddress.of(composed.getFrom().getAddress()),
                composed.getRecipients().stream()
                        .map(ReplyComposedListener::addressee)
                        .toList(),
                composed.getMessage().getKey(),
                composed.getOccurredAt());
    }

    private static Addressee addressee(Recipient recipient) {
        return new Addressee(
                new Mailbox(EmailAddress.of(recipient.getAddress()), recipient.getName()),
                switch (recipient.getKind()) {
                    case CC -> Addressee.Kind.CC;
                    case HIDDEN_BCC -> Addressee.Kind.HIDDEN_BCC;
                    case TO, UNKNOWN -> Addressee.Kind.TO;
                });
    }
}
