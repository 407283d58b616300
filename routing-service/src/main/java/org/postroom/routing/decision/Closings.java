package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.InQueue;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.WrappingUp;

/** Ending an interaction, and beginning it again, with its conversation kept in step. */
final class Closings {

    private Closings() {}

    /** Closes an interaction; a further mail of its conversation begins a new one. */
    static void close(Turn turn, Closed closed, @Nullable WrapUpCodeId wrapUpCode) {
        turn.state().move(closed);
        turn.emit(new RoutingEvent.InteractionClosed(
                closed.interactionId(),
                closed.enquiry().conversationId(),
                closed.reason(),
                closed.agentId(),
                closed.log().handled(),
                wrapUpCode));
        var conversation = itself(turn, closed.enquiry().conversationId());
        if (conversation != null) {
            turn.state().conversations().put(conversation.finishedBy(closed.interactionId(), turn.now()));
        }
    }

    /** The conversation by itself: what was merged into another one is closed by itself, too. */
    private static @Nullable Conversation itself(Turn turn, ConversationId conversationId) {
        var conversations = turn.state().conversations();
        return turn.state().decidesByVersion(ThirdVersion.NUMBER)
                ? conversations.recall(conversationId, turn.now())
                : conversations.find(conversationId, turn.now());
    }

    /** How an interaction ends with its organisation, in whatever state it is. */
    static RoutingEvent ended(Interaction interaction) {
        return new RoutingEvent.InteractionClosed(
                interaction.interactionId(),
                interaction.enquiry().conversationId(),
                CloseReason.ORGANISATION_REMOVED,
                lastAgentOf(interaction),
                interaction.log().handled(),
                null);
    }

    private static @Nullable AgentId lastAgentOf(Interaction interaction) {
        return switch (interaction) {
            case Handling handling -> handling.agentId();
            case WrappingUp wrappingUp -> wrappingUp.agentId();
            case Parked parked -> parked.agentId();
            case Sending sending -> sending.agentId();
            case Closed closed -> closed.agentId();
            case InQueue _, Offered _ -> null;
        };
    }

    /** Lets further mails of the conversation join the interaction again, unless another one is open. */
    static void reopen(Turn turn, Enquiry enquiry) {
        if (turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            var known = turn.state().conversations().recall(enquiry.conversationId(), turn.now());
            if (known != null) {
                turn.state().conversations().put(known.alsoOpenedBy(enquiry.interactionId()));
            }
            return;
        }
        var conversation = turn.state().conversations().find(enquiry.conversationId(), turn.now());
        if (conversation != null && conversation.openInteraction() == null) {
            turn.state().conversations().put(conversation.openedBy(enquiry.interactionId()));
        }
    }
}
