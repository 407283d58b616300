package org.postroom.console.projection.kafka;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.desk.ServerAnswers;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;

/** What the life of a reply means for the pages. Recipients that the customer does not see are not shown to agents either. */
final class ReplyProjection {

    private ReplyProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case ReplyRequested requested -> requested(requested);
            case ReplyComposed composed -> composed(composed);
            case ReplySent sent -> sent(sent);
            case ReplyDeferred deferred -> deferred(deferred);
            case ReplyFailed failed -> failed(failed);
            case ReplyUncertain uncertain -> uncertain(uncertain);
            case ReplyBounced bounced -> bounced(bounced);
            default -> Projected.nothing();
        };
    }

    private static Projected requested(ReplyRequested requested) {
        Row row = reply(requested.getOrganisationId(), requested.getReplyId(), requested.getOccurredAt())
                .with("interaction_id", requested.getInteractionId())
                .with("agent_id", requested.getAgentId())
                .with("state", "REQUESTED")
                .with("subject", requested.getSubject())
                .with("recipients", visible(requested.getRecipients()))
                .with("content_key", requested.getContent().getKey())
                .with("requested_at", requested.getOccurredAt());
        return new Projected(
                List.of(row.put()),
                List.of(
                        Signal.interaction(requested.getOrganisationId(), requested.getInteractionId()),
                        Signal.agent(requested.getOrganisationId(), requested.getAgentId())));
    }

    private static Projected composed(ReplyComposed composed) {
        Row row = reply(composed.getOrganisationId(), composed.getReplyId(), composed.getOccurredAt())
                .with("interaction_id", composed.getInteractionId())
                .with("state", "COMPOSED")
                .with("subject", composed.getSubject())
                .with("recipients", visible(composed.getRecipients()))
                .with("message_key", composed.getMessage().getKey());
        return projected(row, composed.getOrganisationId(), composed.getInteractionId());
    }

    /** Who is hidden only the composed reply says, so each answer is kept with its recipient, for the page to choose. */
    private static Projected sent(ReplySent sent) {
        String answers = sent.getDeliveries().stream()
                .map(delivery ->
                        ServerAnswers.line(delivery.getRecipient(), delivery.getServer(), delivery.getAnswer()))
                .collect(Collectors.joining("\n"));
        Row row = reply(sent.getOrganisationId(), sent.getReplyId(), sent.getOccurredAt())
                .with("state", "SENT")
                .with("answer", answers);
        return projected(row, sent.getOrganisationId(), sent.getInteractionId());
    }

    private static Projected deferred(ReplyDeferred deferred) {
        Row row = reply(deferred.getOrganisationId(), deferred.getReplyId(), deferred.getOccurredAt())
                .with("state", "DEFERRED")
                .with("answer", deferred.getReason())
                .with("attempts", deferred.getAttempts())
                .with("next_attempt_at", deferred.getNextAttemptAt());
        return projected(row, deferred.getOrganisationId(), deferred.getInteractionId());
    }

    private static Projected failed(ReplyFailed failed) {
        Row row = reply(failed.getOrganisationId(), failed.getReplyId(), failed.getOccurredAt())
                .with("state", "FAILED")
                .with("answer", failed.getEnhancedStatus() + " " + failed.getReason());
        return projected(row, failed.getOrganisationId(), failed.getInteractionId());
    }

    private static Projected uncertain(ReplyUncertain uncertain) {
        Row row = reply(uncertain.getOrganisationId(), uncertain.getReplyId(), uncertain.getOccurredAt())
                .with("state", "UNCERTAIN");
        return projected(row, uncertain.getOrganisationId(), uncertain.getInteractionId());
    }

    /** A column of its own, which what the other recipients' servers say later does not overwrite. */
    private static Projected bounced(ReplyBounced bounced) {
        String words = String.join(", ", bounced.getRecipients()) + ": " + bounced.getReason();
        Row row = reply(bounced.getOrganisationId(), bounced.getReplyId(), bounced.getOccurredAt())
                .with("bounced", words);
        return projected(row, bounced.getOrganisationId(), bounced.getInteractionId());
    }

    private static String visible(List<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.getKind() == RecipientKind.TO || recipient.getKind() == RecipientKind.CC)
                .map(Recipient::getAddress)
                .collect(Collectors.joining(", "));
    }

    private static Row reply(String organisationId, String replyId, Instant at) {
        return Row.of("reply", organisationId).keyed("reply_id", replyId).with("changed_at", at);
    }

    private static Projected projected(Row row, String organisationId, String interactionId) {
        return Projected.of(row.put(), Signal.interaction(organisationId, interactionId));
    }
}
