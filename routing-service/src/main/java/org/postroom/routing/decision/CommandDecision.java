package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.decision.RoutingInput.AcceptInteraction;
import org.postroom.routing.decision.RoutingInput.ChangeAgentStatus;
import org.postroom.routing.decision.RoutingInput.CloseInteraction;
import org.postroom.routing.decision.RoutingInput.Command;
import org.postroom.routing.decision.RoutingInput.ConversationCommand;
import org.postroom.routing.decision.RoutingInput.DeclineInteraction;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.presence.AgentStatus;

/** What agents ask for: done, or refused with a reason; a repeat is neither. */
final class CommandDecision {

    private CommandDecision() {}

    static void decide(Turn turn, Command command) {
        if (turn.state().isRepeat(command.commandId(), turn.now())) {
            return;
        }
        if (!turn.state().directory().has(command.agentId())) {
            reject(turn, command, "expected a configured agent, but there is none with this id");
            return;
        }
        switch (command) {
            case ChangeAgentStatus change -> changeStatus(turn, change);
            case AcceptInteraction accept -> accept(turn, accept);
            case DeclineInteraction decline -> decline(turn, decline);
            case CloseInteraction close -> close(turn, close);
            case ConversationCommand correction ->
                ConversationCorrections.decide(turn, correction)
                        .ifPresent(refusal -> reject(turn, correction, refusal));
        }
    }

    private static void changeStatus(Turn turn, ChangeAgentStatus change) {
        if (change.status() == AgentStatus.ON_QUEUE) {
            Presences.goOnQueue(turn, change.agentId());
        } else if (change.status() == AgentStatus.OFF_QUEUE) {
            Presences.goOffQueue(turn, change.agentId());
        } else {
            reject(turn, change, "expected status ON_QUEUE or OFF_QUEUE, but got " + change.status());
        }
    }

    private static void accept(Turn turn, AcceptInteraction accept) {
        var interaction = turn.state().interaction(accept.interactionId());
        if (interaction instanceof Offered offered && offered.agentId().equals(accept.agentId())) {
            turn.state().move(offered.accept(turn.now()));
            var waited = Interaction.between(offered.enquiry().waitingSince(), turn.now());
            turn.emit(new RoutingEvent.InteractionAccepted(offered.interactionId(), offered.agentId(), waited));
            LastAgents.note(turn, offered.enquiry(), offered.agentId());
        } else {
            reject(turn, accept, "expected an interaction offered to the agent, but " + found(interaction));
        }
    }

    private static void decline(Turn turn, DeclineInteraction decline) {
        var interaction = turn.state().interaction(decline.interactionId());
        if (interaction instanceof Offered offered && offered.agentId().equals(decline.agentId())) {
            turn.emit(new RoutingEvent.InteractionDeclined(offered.interactionId(), offered.agentId()));
            Offers.enqueue(turn, offered.decline(turn.now()), QueueReason.OFFER_DECLINED);
            Offers.freed(turn, offered.agentId());
        } else {
            reject(turn, decline, "expected an interaction offered to the agent, but " + found(interaction));
        }
    }

    private static void close(Turn turn, CloseInteraction close) {
        var interaction = turn.state().interaction(close.interactionId());
        if (interaction instanceof Handling handling && handling.agentId().equals(close.agentId())) {
            var closed = handling.close(turn.now());
            turn.emit(new RoutingEvent.InteractionSegmentEnded(
                    closed.interactionId(),
                    closed.agentId(),
                    closed.log().segments(),
                    SegmentAction.CLOSE,
                    handling.segmentTime(turn.now()),
                    null));
            Closings.close(turn, closed, close.wrapUpCode());
            Offers.freed(turn, closed.agentId());
        } else {
            reject(turn, close, "expected an interaction handled by the agent, but " + found(interaction));
        }
    }

    private static String found(@Nullable Interaction interaction) {
        return interaction == null ? "there is none with this id" : interaction.described();
    }

    private static void reject(Turn turn, Command command, String reason) {
        turn.emit(new RoutingEvent.RoutingCommandRejected(command, reason));
    }
}
