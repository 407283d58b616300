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
import org.postroom.routing.decision.RoutingInput.NoteInteraction;
import org.postroom.routing.decision.RoutingInput.ParkInteraction;
import org.postroom.routing.decision.RoutingInput.ResumeInteraction;
import org.postroom.routing.decision.RoutingInput.TransferInteraction;
import org.postroom.routing.decision.RoutingInput.WrapUpInteraction;
import org.postroom.routing.id.WrapUpCodeId;
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
        if (!turn.state().worksHere(command.agentId())) {
            reject(turn, command, "expected an active agent, but this one is deactivated");
            return;
        }
        switch (command) {
            case ChangeAgentStatus change -> changeStatus(turn, change);
            case AcceptInteraction accept -> accept(turn, accept);
            case DeclineInteraction decline -> decline(turn, decline);
            case CloseInteraction close -> close(turn, close);
            case WrapUpInteraction done -> WrapUps.finish(turn, done);
            case ParkInteraction park -> Parking.park(turn, park);
            case ResumeInteraction resume -> Parking.resume(turn, resume);
            case TransferInteraction transfer -> Transfers.transfer(turn, transfer);
            case NoteInteraction note -> note(turn, note);
            case ConversationCommand correction ->
                ConversationCorrections.decide(turn, correction)
                        .ifPresent(refusal -> reject(turn, correction, refusal));
        }
    }

    private static void changeStatus(Turn turn, ChangeAgentStatus change) {
        var status = change.status();
        if (status == AgentStatus.ON_QUEUE) {
            Presences.goOnQueue(turn, change.agentId());
        } else if (status == AgentStatus.OFF_QUEUE) {
            Presences.goOffQueue(turn, change.agentId());
        } else if (status != null
                && status.isOfAnAgentOffQueue()
                && turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            Presences.stayAway(turn, change.agentId(), status);
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

    /** Whoever has it, and whether or not it is closed: a note is for colleagues. */
    private static void note(Turn turn, NoteInteraction note) {
        var interaction = turn.state().interaction(note.interactionId());
        if (interaction == null) {
            reject(turn, note, "expected an interaction, but " + found(null));
        } else {
            turn.emit(new RoutingEvent.InteractionNoted(
                    note.interactionId(), note.commandId(), note.agentId(), note.note()));
        }
    }

    private static void close(Turn turn, CloseInteraction close) {
        var interaction = turn.state().interaction(close.interactionId());
        if (interaction instanceof Handling handling && handling.agentId().equals(close.agentId())) {
            if (turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
                WrapUps.close(turn, close, handling);
            } else {
                closeAtOnce(turn, handling, close.wrapUpCode());
            }
        } else {
            reject(turn, close, "expected an interaction handled by the agent, but " + found(interaction));
        }
    }

    /** Ends an interaction without after-call work. */
    static void closeAtOnce(Turn turn, Handling handling, @Nullable WrapUpCodeId wrapUpCode) {
        var closed = handling.close(turn.now());
        turn.emit(new RoutingEvent.InteractionSegmentEnded(
                closed.interactionId(),
                closed.agentId(),
                closed.log().segments(),
                SegmentAction.CLOSE,
                handling.segmentTime(turn.now()),
                null));
        Closings.close(turn, closed, wrapUpCode);
        Offers.freed(turn, closed.agentId());
    }

    /** What a command found instead of what it expected, for a refusal. */
    static String found(@Nullable Interaction interaction) {
        return interaction == null ? "there is none with this id" : interaction.described();
    }

    /** Refuses a command, which changes nothing. */
    static void reject(Turn turn, Command command, String reason) {
        turn.emit(new RoutingEvent.RoutingCommandRejected(command, reason));
    }
}
