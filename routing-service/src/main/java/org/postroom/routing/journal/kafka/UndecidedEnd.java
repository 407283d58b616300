package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.schemas.catalogue.Topics;

/**
 * How a mail or a command ends whose decision broke off: in the event that such a thing ends in otherwise, too. It follows from
 * the record alone, so a replay gives the same. A mail that is given back later goes on from there.
 *
 * @param organisationId whose it is
 * @param event the end
 */
record UndecidedEnd(String organisationId, SpecificRecord event) {

    private static final String REASON =
            "expected the command to be carried out, but that broke off; nothing has changed";

    /** The end of what a record says; empty where nobody waits for one. */
    static Optional<UndecidedEnd> of(@Nullable Object event, Instant at) {
        return Optional.ofNullable(
                switch (event) {
                    case EmailReceived mail ->
                        new UndecidedEnd(
                                mail.getOrganisationId(),
                                new EmailDiscarded(
                                        mail.getOrganisationId(),
                                        mail.getEmailId(),
                                        DiscardReason.DECISION_FAILED,
                                        at));
                    case SpecificRecord record when isCommand(record) -> command(record, at);
                    case null, default -> null;
                });
    }

    /** Every command has an identifier, and an agent who asks. */
    private static boolean isCommand(SpecificRecord record) {
        return record.getSchema().getField("commandId") != null
                && Topics.ROUTING_COMMANDS.records().stream()
                        .anyMatch(entry -> entry.type().equals(record.getClass()));
    }

    private static UndecidedEnd command(SpecificRecord command, Instant at) {
        var organisationId = text(command, "organisationId");
        return new UndecidedEnd(
                organisationId,
                new RoutingCommandRejected(
                        organisationId,
                        text(command, "commandId"),
                        command.getSchema().getName(),
                        text(command, "agentId"),
                        command.getSchema().getField("interactionId") == null ? null : text(command, "interactionId"),
                        REASON,
                        at));
    }

    private static String text(SpecificRecord command, String field) {
        return String.valueOf(command.get(command.getSchema().getField(field).pos()));
    }
}
