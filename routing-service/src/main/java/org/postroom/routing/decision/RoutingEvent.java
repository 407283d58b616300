package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.FlowResult;
import org.postroom.routing.acd.Candidates;
import org.postroom.routing.acd.Score;
import org.postroom.routing.conversation.ThreadingRule;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.NoteReference;
import org.postroom.routing.presence.AgentStatus;
import org.postroom.routing.presence.StatusReason;

/** What routing decided. The names are those of the events; all of one decision happened at its moment. */
public sealed interface RoutingEvent {

    /** Why a received mail got no interaction. */
    enum DiscardReason {
        /** The same mail was decided upon before. */
        REPEATED_DELIVERY,
        /** None of its addresses is configured any more. */
        ADDRESS_REMOVED,
        /** Its addresses only send. */
        NO_ROUTE,
        /** The queue of its address is gone. */
        QUEUE_REMOVED,
        /** Its decision broke off; it lies with the dead letters, from where it may be given back. */
        DECISION_FAILED
    }

    /** Why a mail became no work. */
    enum KeptAsideReason {
        /** A machine wrote it. */
        AUTOMATIC,
        /** More automatic mail of its sender than the guard lets through, or a mail of ours that came back. */
        LOOP,
        /** It tells what became of a mail of ours. */
        DELIVERY_REPORT,
        /** It tells of a complaint. */
        FEEDBACK_REPORT,
        /** The scan took it for spam, and its address wants none. */
        SPAM,
        /** The scan found a virus. */
        VIRUS,
        /** A flow ended it; why is in what is told of the flow. */
        FLOW
    }

    /** Why an interaction entered its queue. */
    enum QueueReason {
        /** A mail began it. */
        EMAIL_RECEIVED,
        /** The agent declined the offer. */
        OFFER_DECLINED,
        /** The agent did not answer the offer. */
        OFFER_EXPIRED,
        /** The agent went off queue or was removed. */
        AGENT_LEFT,
        /** Its former queue was removed; it waits where its address now sends mail. */
        QUEUE_REMOVED,
        /** It was parked, and came back. */
        UNPARKED,
        /** An agent gave it to the queue. */
        TRANSFERRED,
        /** An agent moved a mail to a conversation in which nothing is open. */
        EMAIL_MOVED,
        /** It was kept for the agent who handled its conversation last, who did not become free in time or left. */
        LAST_AGENT_UNAVAILABLE
    }

    /** What ended a segment. */
    enum SegmentAction {
        /** The agent pressed Send. */
        REPLY,
        /** The agent closed the interaction. */
        CLOSE,
        /** The agent put it away for a while. */
        PARK,
        /** The agent gave it to a queue or another agent. */
        TRANSFER
    }

    /** Why a parked interaction came back. */
    enum UnparkReason {
        /** Its agent took it in hand again. */
        RESUMED,
        /** The customer wrote. */
        CUSTOMER_WROTE,
        /** Its time was up. */
        TIME_RAN_OUT,
        /** A reply of it failed, so that its agent has it in hand again. */
        REPLY_FAILED,
        /** Its agent works here no more. */
        AGENT_LEFT
    }

    /** Why after-call work ended. */
    enum WrapUpEnd {
        /** The agent was done. */
        FINISHED,
        /** The queue's time for it was up. */
        TIME_RAN_OUT,
        /** The reply failed, so that the agent has the interaction in hand again. */
        REPLY_FAILED,
        /** The agent works here no more. */
        AGENT_LEFT
    }

    /**
     * It was decided where a mail belongs.
     *
     * @param newInteraction true where the mail began the interaction
     * @param matched the Message-ID that named the conversation; null where none did
     * @param addressId the address that the interaction answers for; null where that is not told
     * @param also the further interactions that it belongs to
     * @param claimed the conversation that it named without belonging to it; null where there is none
     */
    record EmailThreaded(
            EmailId emailId,
            ConversationId conversationId,
            InteractionId interactionId,
            boolean newInteraction,
            ThreadingRule rule,
            @Nullable MessageId matched,
            @Nullable AddressId addressId,
            List<Placed> also,
            @Nullable ConversationId claimed)
            implements RoutingEvent {

        /** As the first two versions tell it. */
        public EmailThreaded(
                EmailId emailId,
                ConversationId conversationId,
                InteractionId interactionId,
                boolean newInteraction,
                ThreadingRule rule,
                @Nullable MessageId matched) {
            this(emailId, conversationId, interactionId, newInteraction, rule, matched, null, List.of(), null);
        }
    }

    /**
     * An interaction that a mail belongs to.
     *
     * @param isNew true where the mail began it
     */
    record Placed(InteractionId interactionId, AddressId addressId, boolean isNew) {}

    /** A mail ends here. */
    record EmailDiscarded(EmailId emailId, DiscardReason reason) implements RoutingEvent {}

    /**
     * A mail ends here without becoming work; it is kept and listed.
     *
     * @param conversationId the conversation that it is shown in all the same; null where there is none
     */
    record EmailKeptAside(
            EmailId emailId,
            KeptAsideReason reason,
            @Nullable ConversationId conversationId) implements RoutingEvent {}

    /** What led to an offer. */
    enum OfferCause {
        /** The interaction entered its queue. */
        WORK_ARRIVED,
        /** The agent could take more. */
        AGENT_AVAILABLE,
        /** A colleague gave it to the agent: nobody else was looked at. */
        TRANSFERRED,
        /** It was kept for the agent, who handled its conversation last: nobody else was looked at. */
        LAST_AGENT
    }

    /**
     * A flow was run for a mail; what became of it is told by the event that follows.
     *
     * @param interactionId the interaction that the mail begins; null where the flow ended it
     * @param addressId the address whose flow it is
     * @param definitionVersion the version of the definition in force
     * @param queueId where the mail goes; null where the flow ended it
     * @param result what came of it, and how
     */
    record FlowRan(
            EmailId emailId,
            @Nullable InteractionId interactionId,
            AddressId addressId,
            FlowId flowId,
            long definitionVersion,
            @Nullable QueueId queueId,
            FlowResult result)
            implements RoutingEvent {}

    /**
     * An interaction waits for an agent.
     *
     * @param candidates where nobody could take it, who was looked at; else none
     * @param kept for whom it is kept, and until when; null where everybody is asked
     */
    record InteractionQueued(
            Enquiry enquiry,
            QueueReason reason,
            Score score,
            Candidates candidates,
            @Nullable Kept kept) implements RoutingEvent {}

    /**
     * An interaction alerts an agent.
     *
     * @param cause null where that was not told yet
     * @param candidates who was looked at, the agent first; none where that was not told yet
     */
    record InteractionOffered(
            InteractionId interactionId,
            AgentId agentId,
            OfferId offerId,
            QueueId queueId,
            Score score,
            Instant expiresAt,
            @Nullable OfferCause cause,
            Candidates candidates)
            implements RoutingEvent {}

    /** The agent took it. */
    record InteractionAccepted(InteractionId interactionId, AgentId agentId, Duration waited) implements RoutingEvent {}

    /** The agent did not want it. */
    record InteractionDeclined(InteractionId interactionId, AgentId agentId) implements RoutingEvent {}

    /** The agent did not answer in time. */
    record InteractionOfferExpired(InteractionId interactionId, AgentId agentId) implements RoutingEvent {}

    /**
     * A piece of an agent's work ended.
     *
     * @param segment counted from 1
     * @param replyId the reply that ended it; null where none did
     */
    record InteractionSegmentEnded(
            InteractionId interactionId,
            AgentId agentId,
            int segment,
            SegmentAction action,
            Duration handleTime,
            @Nullable ReplyId replyId)
            implements RoutingEvent {}

    /**
     * After-call work began: the customer is served, and the agent has no room for other work.
     *
     * @param wrapUpCode what was given when it was closed; null where nothing was
     * @param endsAt when it ends by itself; null where it takes as long as it takes
     */
    record InteractionWrapUpStarted(
            InteractionId interactionId,
            AgentId agentId,
            @Nullable WrapUpCodeId wrapUpCode,
            @Nullable Instant endsAt) implements RoutingEvent {}

    /**
     * After-call work ended.
     *
     * @param wrapUpCode null where none was given
     * @param afterCallWork how long it took, which is no part of the handle time
     * @param replyUnderWay true where the interaction's reply is still on its way
     */
    record InteractionWrapUpEnded(
            InteractionId interactionId,
            AgentId agentId,
            WrapUpEnd reason,
            @Nullable WrapUpCodeId wrapUpCode,
            Duration afterCallWork,
            boolean replyUnderWay)
            implements RoutingEvent {}

    /** An agent put an interaction away until a moment, at the latest. */
    record InteractionParked(InteractionId interactionId, AgentId agentId, Instant until) implements RoutingEvent {}

    /**
     * A parked interaction came back.
     *
     * @param agentId who had parked it
     * @param parked how long it was parked
     */
    record InteractionUnparked(InteractionId interactionId, AgentId agentId, UnparkReason reason, Duration parked)
            implements RoutingEvent {}

    /**
     * An agent gave an interaction away.
     *
     * @param agentId who gave it
     * @param queueId null where it went to an agent
     * @param toAgentId null where it went to a queue
     */
    record InteractionTransferred(
            InteractionId interactionId,
            AgentId agentId,
            @Nullable QueueId queueId,
            @Nullable AgentId toAgentId) implements RoutingEvent {}

    /**
     * An agent wrote a note on an interaction.
     *
     * @param noteId names the note: the command that brought it
     */
    record InteractionNoted(InteractionId interactionId, CommandId noteId, AgentId agentId, NoteReference note)
            implements RoutingEvent {}

    /** A reply could not be delivered and the interaction is back with its agent. */
    record InteractionReopened(InteractionId interactionId, AgentId agentId, ReplyId replyId, String reason)
            implements RoutingEvent {}

    /**
     * An interaction reached its end.
     *
     * @param agentId who handled it last; null where nobody did
     * @param handleTime the time all agents spent on it
     * @param wrapUpCode null where none was given
     */
    record InteractionClosed(
            InteractionId interactionId,
            ConversationId conversationId,
            CloseReason reason,
            @Nullable AgentId agentId,
            Duration handleTime,
            @Nullable WrapUpCodeId wrapUpCode)
            implements RoutingEvent {}

    /** An agent made two conversations one; it can be undone. */
    record ConversationsMerged(
            CommandId commandId,
            AgentId agentId,
            ConversationId conversationId,
            ConversationId into,
            List<InteractionId> open)
            implements RoutingEvent {}

    /** A conversation that was merged stands by itself again. */
    record ConversationsParted(
            CommandId commandId,
            AgentId agentId,
            ConversationId conversationId,
            ConversationId from,
            List<InteractionId> open)
            implements RoutingEvent {}

    /**
     * An agent moved a mail to another conversation; moving it back undoes that.
     *
     * @param placed the interaction that it belongs to from now on; null where it is none's work any more
     * @param open the interactions whose pages show something else now
     */
    record EmailMoved(
            CommandId commandId,
            AgentId agentId,
            EmailId emailId,
            ConversationId from,
            ConversationId conversationId,
            @Nullable InteractionId placed,
            List<InteractionId> open)
            implements RoutingEvent {}

    /**
     * A command changed nothing.
     *
     * @param reason in the form "expected ..., but ..."
     */
    record RoutingCommandRejected(RoutingInput.Command command, String reason) implements RoutingEvent {}

    /** An agent's status changed. */
    record AgentStatusChanged(AgentId agentId, AgentStatus status, AgentStatus previousStatus, StatusReason reason)
            implements RoutingEvent {}
}
