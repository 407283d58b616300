package org.postroom.outbound.compose.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.Recipient;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.outbound.waiting.Ticket;
import org.postroom.outbound.waiting.WaitingLine;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes each requested reply once, however often it is delivered. */
@Component
@InStage(Stage.COMPOSE)
class ReplyRequestedListener {

    private final WaitingLine<RequestedReply> line;

    ReplyRequestedListener(WaitingLine<RequestedReply> line) {
        this.line = line;
    }

    @Consumers.OfRequestedReplies
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        if (entry.value() instanceof ReplyRequested requested) {
            var ticket = new Ticket(
                    new OrganisationId(requested.getOrganisationId()),
                    new InteractionId(requested.getInteractionId()),
                    new ReplyId(requested.getReplyId()));
            line.arrived(ticket, reply(requested));
        }
    }

    private static RequestedReply reply(ReplyRequested requested) {
        var content = requested.getContent();
        return new RequestedReply(
                new OrganisationId(requested.getOrganisationId()),
                new ReplyId(requested.getReplyId()),
                new InteractionId(requested.getInteractionId()),
                new AgentId(requested.getAgentId()),
                requested.getAddressId(),
                requested.getRecipients().stream()
                        .map(ReplyRequestedListener::addressee)
                        .toList(),
                requested.getSubject(),
                new StoredMail(content.getKey(), content.getSize(), content.getSha256()),
                requested.getIncludeHistory(),
                requested.getOccurredAt());
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
