package org.postroom.routing.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.fact.MailFacts;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.BounceId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.interaction.NoteReference;
import org.postroom.routing.presence.AgentStatus;

/** Everything that can change routing, as the journal orders it. The names are those of the events. */
public sealed interface RoutingInput {

    /**
     * A mail was accepted.
     *
     * @param addressedTo the addresses of the organisation in the envelope, in its order
     * @param author the From address, for the sender check
     * @param people the customer's side of the mail: From, Reply-To and Cc
     * @param customer where answers go: Reply-To, else From
     * @param messageId null where the mail has none
     * @param references oldest first
     * @param judgement what reception found out about it
     * @param facts what a flow may look at
     * @param token the conversation that a token of ours in it names, found genuine; null where there is none
     */
    record EmailReceived(
            EmailId emailId,
            List<AddressId> addressedTo,
            EmailAddress author,
            Set<EmailAddress> people,
            Customer customer,
            String subject,
            @Nullable MessageId messageId,
            List<MessageId> references,
            List<MessageId> inReplyTo,
            Judgement judgement,
            MailFacts facts,
            @Nullable ConversationId token)
            implements RoutingInput {

        /** A mail without a token, of which a flow can see no more than that. */
        public EmailReceived(
                EmailId emailId,
                List<AddressId> addressedTo,
                EmailAddress author,
                Set<EmailAddress> people,
                Customer customer,
                String subject,
                @Nullable MessageId messageId,
                List<MessageId> references,
                List<MessageId> inReplyTo,
                Judgement judgement) {
            this(
                    emailId,
                    addressedTo,
                    author,
                    people,
                    customer,
                    subject,
                    messageId,
                    references,
                    inReplyTo,
                    judgement,
                    judgement.factsOf(author, subject),
                    null);
        }

        /** A mail of a person, with nothing found. */
        public EmailReceived(
                EmailId emailId,
                List<AddressId> addressedTo,
                EmailAddress author,
                Set<EmailAddress> people,
                Customer customer,
                String subject,
                @Nullable MessageId messageId,
                List<MessageId> references,
                List<MessageId> inReplyTo) {
            this(
                    emailId,
                    addressedTo,
                    author,
                    people,
                    customer,
                    subject,
                    messageId,
                    references,
                    inReplyTo,
                    Judgement.PERSONAL);
        }
    }

    /** What an agent asks for; a repeat with the same id has no second effect. */
    sealed interface Command extends RoutingInput {

        /** Names the command. */
        CommandId commandId();

        /** Who asks. */
        AgentId agentId();

        /** The interaction it names; null where it names none. */
        @Nullable
        InteractionId interactionId();
    }

    /** What an agent corrects in which mails are one conversation. */
    sealed interface ConversationCommand extends Command {

        /** The conversation that it is about. */
        ConversationId conversationId();

        @Override
        default @Nullable InteractionId interactionId() {
            return null;
        }
    }

    /**
     * An agent asks to go on or off queue, perhaps with the reason.
     *
     * @param status null where it is none that this version knows
     */
    record ChangeAgentStatus(
            CommandId commandId, AgentId agentId, @Nullable AgentStatus status) implements Command {

        @Override
        public @Nullable InteractionId interactionId() {
            return null;
        }
    }

    /** An agent accepts an offer. */
    record AcceptInteraction(CommandId commandId, AgentId agentId, InteractionId interactionId) implements Command {}

    /** An agent declines an offer. */
    record DeclineInteraction(CommandId commandId, AgentId agentId, InteractionId interactionId) implements Command {}

    /**
     * An agent ends an interaction without a further reply.
     *
     * @param wrapUpCode null where none was given
     * @param afterCallWork true where the agent wishes for after-call work
     */
    record CloseInteraction(
            CommandId commandId,
            AgentId agentId,
            InteractionId interactionId,
            @Nullable WrapUpCodeId wrapUpCode,
            boolean afterCallWork)
            implements Command {

        /** An agent who wishes for no after-call work. */
        public CloseInteraction(
                CommandId commandId, AgentId agentId, InteractionId interactionId, @Nullable WrapUpCodeId wrapUpCode) {
            this(commandId, agentId, interactionId, wrapUpCode, false);
        }
    }

    /**
     * An agent is done with after-call work.
     *
     * @param wrapUpCode null to leave it at what was given before
     */
    record WrapUpInteraction(
            CommandId commandId,
            AgentId agentId,
            InteractionId interactionId,
            @Nullable WrapUpCodeId wrapUpCode) implements Command {}

    /**
     * An agent puts an interaction away for a while.
     *
     * @param until when it comes back, at the latest
     */
    record ParkInteraction(CommandId commandId, AgentId agentId, InteractionId interactionId, Instant until)
            implements Command {}

    /** An agent takes a parked interaction in hand again. */
    record ResumeInteraction(CommandId commandId, AgentId agentId, InteractionId interactionId) implements Command {}

    /**
     * An agent gives an interaction away.
     *
     * @param queueId null where an agent is named
     * @param toAgentId null where a queue is named
     * @param note for whoever gets it; null for none
     */
    record TransferInteraction(
            CommandId commandId,
            AgentId agentId,
            InteractionId interactionId,
            @Nullable QueueId queueId,
            @Nullable AgentId toAgentId,
            @Nullable NoteReference note)
            implements Command {}

    /** An agent writes a note on an interaction, whoever has it. */
    record NoteInteraction(CommandId commandId, AgentId agentId, InteractionId interactionId, NoteReference note)
            implements Command {}

    /** An agent says that two conversations are one. */
    record MergeConversations(CommandId commandId, AgentId agentId, ConversationId conversationId, ConversationId into)
            implements ConversationCommand {}

    /** An agent says that a conversation was merged wrongly: it stands by itself again. */
    record PartConversations(CommandId commandId, AgentId agentId, ConversationId conversationId)
            implements ConversationCommand {}

    /**
     * An agent says that a mail belongs to another conversation.
     *
     * @param conversationId where it is
     * @param into where it belongs; null for a conversation of its own
     */
    record MoveEmail(
            CommandId commandId,
            AgentId agentId,
            EmailId emailId,
            ConversationId conversationId,
            @Nullable ConversationId into)
            implements ConversationCommand {}

    /** An agent pressed Send. */
    record ReplyRequested(ReplyId replyId, InteractionId interactionId, AgentId agentId) implements RoutingInput {}

    /**
     * A reply has its Message-ID, by which the customer's answer will be recognised.
     *
     * @param people the recipients whom the customer sees
     * @param subject what it is about, as the customer sees it; empty where that is not known
     */
    record ReplyComposed(
            ReplyId replyId,
            InteractionId interactionId,
            ConversationId conversationId,
            MessageId messageId,
            Set<EmailAddress> people,
            String subject)
            implements RoutingInput {

        /** A reply of which the subject is not known. */
        public ReplyComposed(
                ReplyId replyId,
                InteractionId interactionId,
                ConversationId conversationId,
                MessageId messageId,
                Set<EmailAddress> people) {
            this(replyId, interactionId, conversationId, messageId, people, "");
        }
    }

    /** The recipients' servers took the reply. */
    record ReplySent(ReplyId replyId, InteractionId interactionId) implements RoutingInput {}

    /**
     * The reply will not arrive, or nobody can tell whether it did: a person has to look.
     *
     * @param reason what the server said, or why it could not be reached
     */
    record ReplyFailed(ReplyId replyId, InteractionId interactionId, String reason) implements RoutingInput {}

    /**
     * A recipient's server had taken the reply and says now that it did not arrive.
     *
     * @param bounceId the same for a repeat of the same news
     * @param reason what the server said
     */
    record ReplyBounced(BounceId bounceId, ReplyId replyId, InteractionId interactionId, String reason)
            implements RoutingInput {}

    /** The rules for all mail of the organisation. */
    record MailRulesConfigured(MailRules rules) implements RoutingInput {}

    /** The rules for mail were taken away: the defaults hold. */
    record MailRulesRemoved() implements RoutingInput {}

    /** The full state of an address. */
    record AddressConfigured(Address address) implements RoutingInput {}

    /** The full state of a queue. */
    record QueueConfigured(Queue queue) implements RoutingInput {}

    /** The full state of a flow. */
    record FlowConfigured(Flow flow) implements RoutingInput {}

    /** The full state of an agent. */
    record AgentConfigured(AgentProfile agent) implements RoutingInput {}

    /** An address was removed. */
    record AddressRemoved(AddressId addressId) implements RoutingInput {}

    /** A queue was removed. */
    record QueueRemoved(QueueId queueId) implements RoutingInput {}

    /** A flow was removed. */
    record FlowRemoved(FlowId flowId) implements RoutingInput {}

    /** An agent was removed. */
    record AgentRemoved(AgentId agentId) implements RoutingInput {}

    /** The organisation is gone: what is open ends, and nothing of it is kept. */
    record OrganisationRemoved() implements RoutingInput {}

    /** From here on the journal is decided upon by these terms. */
    record TermsChanged(Terms terms) implements RoutingInput {}

    /** At least one timer was due; the decision reads the time from the journal. */
    record TimerElapsed() implements RoutingInput {}
}
