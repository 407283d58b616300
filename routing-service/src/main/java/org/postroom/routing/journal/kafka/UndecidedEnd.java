package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.NoteInteraction;
import org.postroom.events.routing.ParkInteraction;
import org.postroom.events.routing.ResumeInteraction;
import org.postroom.events.routing.TransferInteraction;
import org.postroom.events.routing.WrapUpInteraction;

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
                    case ChangeAgentStatus command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "ChangeAgentStatus",
                                command.getAgentId(),
                                null,
                                at);
                    case AcceptInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "AcceptInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case DeclineInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "DeclineInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case CloseInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "CloseInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case WrapUpInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "WrapUpInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case ParkInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "ParkInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case ResumeInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "ResumeInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case TransferInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "TransferInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case NoteInteraction command ->
                        command(
                                command.getOrganisationId(),
                                command.getCommandId(),
                                "NoteInteraction",
                                command.getAgentId(),
                                command.getInteractionId(),
                                at);
                    case null, default -> null;
                });
    }

    private static UndecidedEnd command(
            String organisationId,
            String commandId,
            String command,
            String agentId,
            @Nullable String interactionId,
            Instant at) {
        return new UndecidedEnd(
                organisationId,
                new RoutingCommandRejected(organisationId, commandId, command, agentId, interactionId, REASON, at));
    }
}
