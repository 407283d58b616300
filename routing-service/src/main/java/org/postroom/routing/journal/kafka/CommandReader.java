package org.postroom.routing.journal.kafka;

import org.jspecify.annotations.Nullable;
import org.postroom.events.common.MessageReference;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.MergeConversations;
import org.postroom.events.routing.MoveEmail;
import org.postroom.events.routing.NoteInteraction;
import org.postroom.events.routing.ParkInteraction;
import org.postroom.events.routing.PartConversations;
import org.postroom.events.routing.ResumeInteraction;
import org.postroom.events.routing.TransferInteraction;
import org.postroom.events.routing.WrapUpInteraction;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.NoteReference;
import org.postroom.routing.presence.AgentStatus;

/** Reads what agents ask for. */
final class CommandReader {

    private CommandReader() {}

    static RoutingInput read(ChangeAgentStatus change) {
        var status = switch (change.getStatus()) {
            case ON_QUEUE -> AgentStatus.ON_QUEUE;
            case OFF_QUEUE -> AgentStatus.OFF_QUEUE;
            case NOT_RESPONDING -> AgentStatus.NOT_RESPONDING;
            case AWAY -> AgentStatus.AWAY;
            case BUSY -> AgentStatus.BUSY;
            case BREAK -> AgentStatus.BREAK;
            case MEAL -> AgentStatus.MEAL;
            case MEETING -> AgentStatus.MEETING;
            case TRAINING -> AgentStatus.TRAINING;
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
                code(close.getWrapUpCode()),
                close.getAfterCallWork());
    }

    static RoutingInput read(WrapUpInteraction done) {
        return new RoutingInput.WrapUpInteraction(
                new CommandId(done.getCommandId()),
                new AgentId(done.getAgentId()),
                new InteractionId(done.getInteractionId()),
                code(done.getWrapUpCode()));
    }

    static RoutingInput read(ParkInteraction park) {
        return new RoutingInput.ParkInteraction(
                new CommandId(park.getCommandId()),
                new AgentId(park.getAgentId()),
                new InteractionId(park.getInteractionId()),
                park.getUntil());
    }

    static RoutingInput read(ResumeInteraction resume) {
        return new RoutingInput.ResumeInteraction(
                new CommandId(resume.getCommandId()),
                new AgentId(resume.getAgentId()),
                new InteractionId(resume.getInteractionId()));
    }

    static RoutingInput read(TransferInteraction transfer) {
        return new RoutingInput.TransferInteraction(
                new CommandId(transfer.getCommandId()),
                new AgentId(transfer.getAgentId()),
                new InteractionId(transfer.getInteractionId()),
                transfer.getQueueId() == null ? null : new QueueId(transfer.getQueueId()),
                transfer.getToAgentId() == null ? null : new AgentId(transfer.getToAgentId()),
                transfer.getNote() == null ? null : note(transfer.getNote()));
    }

    static RoutingInput read(NoteInteraction written) {
        return new RoutingInput.NoteInteraction(
                new CommandId(written.getCommandId()),
                new AgentId(written.getAgentId()),
                new InteractionId(written.getInteractionId()),
                note(written.getContent()));
    }

    private static NoteReference note(MessageReference content) {
        return new NoteReference(content.getKey(), content.getSize(), content.getSha256());
    }

    /** A blank code is none: a form without a choice sends one. */
    private static @Nullable WrapUpCodeId code(@Nullable String code) {
        return code == null || code.isBlank() ? null : new WrapUpCodeId(code);
    }
}
