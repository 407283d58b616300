package org.postroom.routing.journal.kafka;

import java.util.stream.Collectors;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.BounceId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.ReplyId;

/** Reads what became of replies. */
final class ReplyReader {

    private ReplyReader() {}

    static RoutingInput read(ReplyRequested reply) {
        return new RoutingInput.ReplyRequested(
                new ReplyId(reply.getReplyId()),
                new InteractionId(reply.getInteractionId()),
                new AgentId(reply.getAgentId()));
    }

    static RoutingInput read(ReplyComposed reply) {
        var people = reply.getRecipients().stream()
                .filter(recipient -> recipient.getKind() != RecipientKind.HIDDEN_BCC)
                .map(recipient -> new EmailAddress(recipient.getAddress()))
                .collect(Collectors.toSet());
        return new RoutingInput.ReplyComposed(
                new ReplyId(reply.getReplyId()),
                new InteractionId(reply.getInteractionId()),
                new ConversationId(reply.getConversationId()),
                new MessageId(reply.getMessageId()),
                people,
                reply.getSubject());
    }

    static RoutingInput read(ReplySent reply) {
        return new RoutingInput.ReplySent(new ReplyId(reply.getReplyId()), new InteractionId(reply.getInteractionId()));
    }

    static RoutingInput read(ReplyFailed reply) {
        return new RoutingInput.ReplyFailed(
                new ReplyId(reply.getReplyId()), new InteractionId(reply.getInteractionId()), reply.getReason());
    }

    /** Repeats are told by what they say, since an outbox may publish an event twice. */
    static RoutingInput read(ReplyBounced reply) {
        var recipients = reply.getRecipients().stream().sorted().collect(Collectors.joining(" "));
        return new RoutingInput.ReplyBounced(
                new BounceId(DerivedIds.of("bounce:" + reply.getReplyId() + ':' + recipients)),
                new ReplyId(reply.getReplyId()),
                new InteractionId(reply.getInteractionId()),
                reply.getReason());
    }

    static RoutingInput read(ReplyUncertain reply) {
        return new RoutingInput.ReplyFailed(
                new ReplyId(reply.getReplyId()),
                new InteractionId(reply.getInteractionId()),
                "It is not known whether the reply arrived: sending was interrupted before the server's"
                        + " answer was recorded.");
    }
}
