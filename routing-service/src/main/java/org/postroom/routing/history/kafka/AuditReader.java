package org.postroom.routing.history.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.routing.history.Account;
import org.postroom.routing.history.Account.MailEnd;
import org.postroom.routing.history.Account.ReplyEnd;
import org.postroom.routing.history.Balance;
import org.postroom.routing.replay.kafka.Connections;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/** Reads the account of a time out of the log. */
final class AuditReader {

    private final LogScan log;
    private final Deserializer<Object> deserializer;
    private final Extent extent;
    private final Account account = new Account();

    /**
     * What is looked at.
     *
     * @param from what began at this moment or later
     * @param to what began before this moment; null for all since
     * @param organisation only what is this organisation's; null for all
     */
    record Extent(
            Instant from, @Nullable Instant to, @Nullable String organisation) {

        boolean has(Instant begun) {
            return !begun.isBefore(from) && (to == null || begun.isBefore(to));
        }

        boolean isOf(String organisationId) {
            return organisation == null || organisation.equals(organisationId);
        }
    }

    AuditReader(Connections connections, Extent extent) {
        this.log = new LogScan(connections);
        this.deserializer = connections.deserializer();
        this.extent = extent;
    }

    /** Reads what began, then how it ended; how things end is read to the end of the log, whenever that was. */
    Balance read(Instant now, Duration patience, Duration replyPatience) {
        read(Topics.EMAIL_EVENTS, (_, event) -> {
            if (event instanceof EmailReceived mail && extent.has(mail.getOccurredAt())) {
                account.received(mail.getEmailId(), mail.getOccurredAt());
            }
        });
        read(Topics.INTERACTION_EVENTS, (_, event) -> followInteraction(event));
        read(Topics.REPLY_EVENTS, this::followReply);
        read(Topics.DOMAIN_EVENTS, (organisation, event) -> {
            if (event instanceof OrganisationRemoved) {
                account.removed(organisation);
            }
        });
        return account.balance(now, patience, replyPatience);
    }

    private void followInteraction(Object event) {
        switch (event) {
            case EmailThreaded threaded -> {
                account.decided(threaded.getEmailId(), MailEnd.ROUTED);
                if (threaded.getNewInteraction() && extent.has(threaded.getOccurredAt())) {
                    account.begun(threaded.getInteractionId(), threaded.getOccurredAt());
                }
            }
            case EmailKeptAside kept -> account.decided(kept.getEmailId(), MailEnd.KEPT_ASIDE);
            case EmailDiscarded discarded -> account.decided(discarded.getEmailId(), end(discarded.getReason()));
            case InteractionQueued queued -> account.opened(queued.getInteractionId());
            case InteractionReopened reopened -> account.opened(reopened.getInteractionId());
            case InteractionClosed closed -> account.ended(closed.getInteractionId());
            default -> {
                // Nothing begins or ends with it.
            }
        }
    }

    private static MailEnd end(DiscardReason reason) {
        return switch (reason) {
            case REPEATED_DELIVERY -> MailEnd.REPEATED;
            case DECISION_FAILED -> MailEnd.BROKE_OFF;
            case ADDRESS_REMOVED, NO_ROUTE, QUEUE_REMOVED, UNKNOWN -> MailEnd.DISCARDED;
        };
    }

    private void followReply(String organisation, Object event) {
        switch (event) {
            case ReplyRequested reply
            when extent.has(reply.getOccurredAt()) ->
                account.requested(organisation, reply.getReplyId(), reply.getOccurredAt());
            case ReplySent sent -> account.ended(sent.getReplyId(), ReplyEnd.SENT);
            case ReplyFailed failed -> account.ended(failed.getReplyId(), ReplyEnd.FAILED);
            case ReplyUncertain uncertain -> account.ended(uncertain.getReplyId(), ReplyEnd.UNCERTAIN);
            default -> {
                // It is on its way.
            }
        }
    }

    private void read(Topic topic, BiConsumer<String, Object> follow) {
        log.read(List.of(topic.name()), extent.from(), entry -> {
            if (entry.value() == null || entry.key() == null) {
                return;
            }
            try {
                var event = deserializer.deserialize(entry.topic(), entry.value());
                var organisation = topic.equals(Topics.REPLY_EVENTS) ? organisationOf(event) : entry.key();
                if (extent.isOf(organisation)) {
                    follow.accept(organisation, event);
                }
            } catch (SerializationException unreadable) {
                // What nobody can read began nothing and ended nothing; whoever put it there is told of by its readers.
            }
        });
    }

    private static String organisationOf(Object reply) {
        return reply instanceof SpecificRecord event && event.getSchema().getField("organisationId") != null
                ? String.valueOf(
                        event.get(event.getSchema().getField("organisationId").pos()))
                : "";
    }
}
