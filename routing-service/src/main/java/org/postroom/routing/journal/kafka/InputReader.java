package org.postroom.routing.journal.kafka;

import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.ConfigurationRemoved;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.MergeConversations;
import org.postroom.events.routing.MoveEmail;
import org.postroom.events.routing.NoteInteraction;
import org.postroom.events.routing.ParkInteraction;
import org.postroom.events.routing.PartConversations;
import org.postroom.events.routing.ResumeInteraction;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.events.routing.TimerElapsed;
import org.postroom.events.routing.TransferInteraction;
import org.postroom.events.routing.WrapUpInteraction;
import org.postroom.routing.decision.RoutingInput;

/** Reads a journal record as what it means to routing, by families; Avro ends here. */
final class InputReader {

    private InputReader() {}

    /**
     * Reads one record.
     *
     * @throws IllegalArgumentException where the record is of a type that the journal does not carry, or a field has a
     *     value that it must not have; repeating changes nothing
     */
    static RoutingInput read(Object event) {
        return switch (event) {
            case EmailReceived email -> EmailReader.read(email);
            case ChangeAgentStatus change -> CommandReader.read(change);
            case AcceptInteraction accept -> CommandReader.read(accept);
            case DeclineInteraction decline -> CommandReader.read(decline);
            case CloseInteraction close -> CommandReader.read(close);
            case WrapUpInteraction done -> CommandReader.read(done);
            case ParkInteraction park -> CommandReader.read(park);
            case ResumeInteraction resume -> CommandReader.read(resume);
            case TransferInteraction transfer -> CommandReader.read(transfer);
            case NoteInteraction note -> CommandReader.read(note);
            case MergeConversations merge -> CommandReader.read(merge);
            case PartConversations part -> CommandReader.read(part);
            case MoveEmail move -> CommandReader.read(move);
            case AddressConfigured address -> ConfigurationReader.read(address);
            case QueueConfigured queue -> ConfigurationReader.read(queue);
            case FlowConfigured flow -> ConfigurationReader.read(flow);
            case AgentConfigured agent -> ConfigurationReader.read(agent);
            case MailRulesConfigured rules -> ConfigurationReader.read(rules);
            case ConfigurationRemoved removed -> ConfigurationReader.read(removed);
            case RoutingTermsChanged terms -> ConfigurationReader.read(terms);
            case ReplyRequested reply -> ReplyReader.read(reply);
            case ReplyComposed reply -> ReplyReader.read(reply);
            case ReplySent reply -> ReplyReader.read(reply);
            case ReplyFailed reply -> ReplyReader.read(reply);
            case ReplyUncertain reply -> ReplyReader.read(reply);
            case ReplyBounced reply -> ReplyReader.read(reply);
            case OrganisationRemoved _ -> new RoutingInput.OrganisationRemoved();
            case TimerElapsed _ -> new RoutingInput.TimerElapsed();
            default ->
                throw new IllegalArgumentException("expected a record that the journal carries, but got a "
                        + event.getClass().getName());
        };
    }
}
