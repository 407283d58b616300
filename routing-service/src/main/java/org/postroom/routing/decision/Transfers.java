package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.RoutingEvent.OfferCause;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.decision.RoutingInput.TransferInteraction;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.interaction.Handling;

/**
 * Work that an agent gives to a queue or to another agent. The time that the customer waited goes with it, and it is not offered
 * to the agent who gave it until that agent comes on queue afresh.
 */
final class Transfers {

    private Transfers() {}

    /** Gives away what the agent handles. */
    static void transfer(Turn turn, TransferInteraction transfer) {
        var interaction = turn.state().interaction(transfer.interactionId());
        if (!(interaction instanceof Handling handling) || !handling.agentId().equals(transfer.agentId())) {
            CommandDecision.reject(
                    turn,
                    transfer,
                    "expected an interaction handled by the agent, but " + CommandDecision.found(interaction));
            return;
        }
        var refusal = refusalOf(turn, transfer);
        if (refusal != null) {
            CommandDecision.reject(turn, transfer, refusal);
            return;
        }
        give(turn, transfer, handling);
    }

    private static void give(Turn turn, TransferInteraction transfer, Handling handling) {
        var queueId =
                transfer.queueId() == null ? handling.enquiry().requirement().queueId() : transfer.queueId();
        var given = handling.transfer(queueId, turn.now());
        turn.emit(new RoutingEvent.InteractionSegmentEnded(
                given.interactionId(),
                handling.agentId(),
                given.log().segments(),
                SegmentAction.TRANSFER,
                handling.segmentTime(turn.now()),
                null));
        var note = transfer.note();
        if (note != null) {
            turn.emit(new RoutingEvent.InteractionNoted(
                    given.interactionId(), transfer.commandId(), transfer.agentId(), note));
        }
        turn.emit(new RoutingEvent.InteractionTransferred(
                given.interactionId(), handling.agentId(), transfer.queueId(), transfer.toAgentId()));
        if (transfer.toAgentId() == null) {
            Offers.enqueue(turn, given, QueueReason.TRANSFERRED);
        } else {
            Offers.offer(turn, given, transfer.toAgentId(), OfferCause.TRANSFERRED);
        }
        Offers.freed(turn, handling.agentId());
    }

    private static @Nullable String refusalOf(Turn turn, TransferInteraction transfer) {
        if ((transfer.queueId() == null) == (transfer.toAgentId() == null)) {
            return "expected a queue or an agent to give it to, but got "
                    + (transfer.queueId() == null ? "none" : "both");
        }
        if (transfer.queueId() != null) {
            return turn.state().directory().has(transfer.queueId())
                    ? null
                    : "expected a queue of the organisation, but there is none with this id";
        }
        return transfer.toAgentId() == null ? null : refusalOf(turn, transfer.toAgentId(), transfer.agentId());
    }

    private static @Nullable String refusalOf(Turn turn, AgentId receiver, AgentId giver) {
        if (receiver.equals(giver)) {
            return "expected another agent, but got the one who has it";
        }
        if (!turn.state().worksHere(receiver)) {
            return "expected an active agent to give it to, but there is none with this id";
        }
        return turn.state().dispatcher().isAvailable(receiver)
                ? null
                : "expected an agent who is on queue and has room, but that agent is not or has none";
    }
}
