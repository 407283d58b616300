package org.postroom.routing.journal.kafka;

import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.MergeConversations;
import org.postroom.events.routing.MoveEmail;
import org.postroom.events.routing.PartConversations;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.presence.AgentStatus;

/** Reads what agents ask for. */
final class CommandReader {

    private CommandReader() {}

    static RoutingInput read(ChangeAgentStatus change) {
        var status = switch (change.getStatus()) {
            case ON_QUEUE -> AgentStatus.ON_QUEUE;
            case OFF_QUEUE -> AgentStatus.OFF_QUEUE;
            case NOT_RESPONDING -> AgentStatus.NOT_RESPONDING;
            case UNKNOWN -> null;
        };
        return new RoutingInput.ChangeAgentStatus(
                new CommandId(change.getCommandId()), new AgentId(change.getAgentId()), status);
    }

    static RoutingInput read(AcceptInteraction accept) {
        return new RoutingInput.AcceptInteraction(
                new CommandId(accept.getCommandId()),
                new AgentId(accept.getAgentId()),
                new InteractionId(accept.getInteractionId()));
    }

    static RoutingInput read(DeclineInteraction decline) {
        return new RoutingInput.DeclineInteraction(
                new CommandId(decline.getCommandId()),
                new AgentId(decline.getAgentId()),
                new InteractionId(decline.getInteractionId()));
    }

    static RoutingInput read(MergeConversations merge) {
        return new RoutingInput.MergeConversations(
                new CommandId(merge.getCommandId()),
                new AgentId(merge.getAgentId()),
                new ConversationId(merge.getConversationId()),
                new ConversationId(merge.getIntoConversationId()));
    }

    static RoutingInput read(PartConversations part) {
        return new RoutingInput.PartConversations(
                new CommandId(part.getCommandId()),
                new AgentId(part.getAgentId()),
                new ConversationId(part.getConversationId()));
    }

    static RoutingInput read(MoveEmail move) {
        var into = move.getIntoConversationId();
        return new RoutingInput.MoveEmail(
                new CommandId(move.getCommandId()),
                new AgentId(move.getAgentId()),
                new EmailId(move.getEmailId()),
                new ConversationId(move.getConversationId()),
                into == null ? null : new ConversationId(into));
    }

    static RoutingInput read(CloseInteraction close) {
        return new RoutingInput.CloseInteraction(
                new CommandId(close.getCommandId()),
                new AgentId(close.getAgentId()),
                new InteractionId(close.getInteractionId()),
                close.getWrapUpCode());
    }
}
