package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.EvaluationMethod;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.email.EmailReceived;
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
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.events.routing.TimerElapsed;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.presence.AgentStatus;

/** Reads a journal record as what it means to routing; Avro ends here. */
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
            case EmailReceived email -> email(email);
            case ChangeAgentStatus change -> status(change);
            case AcceptInteraction accept ->
                new RoutingInput.AcceptInteraction(
                        new CommandId(accept.getCommandId()),
                        new AgentId(accept.getAgentId()),
                        new InteractionId(accept.getInteractionId()));
            case DeclineInteraction decline ->
                new RoutingInput.DeclineInteraction(
                        new CommandId(decline.getCommandId()),
                        new AgentId(decline.getAgentId()),
                        new InteractionId(decline.getInteractionId()));
            case CloseInteraction close ->
                new RoutingInput.CloseInteraction(
                        new CommandId(close.getCommandId()),
                        new AgentId(close.getAgentId()),
                        new InteractionId(close.getInteractionId()),
                        close.getWrapUpCode());
            case AddressConfigured address -> address(address);
            case QueueConfigured queue -> queue(queue);
            case FlowConfigured flow ->
                new RoutingInput.FlowConfigured(
                        new Flow(new FlowId(flow.getFlowId()), new QueueId(flow.getFallbackQueueId())));
            case AgentConfigured agent -> agent(agent);
            case ConfigurationRemoved removed -> removed(removed);
            case OrganisationRemoved _ -> new RoutingInput.OrganisationRemoved();
            case RoutingTermsChanged changed ->
                new RoutingInput.TermsChanged(new Terms(
                        changed.getDecisionVersion(),
                        new RoutingPolicy(
                                Duration.of(changed.getThreadingWindowMicros(), ChronoUnit.MICROS),
                                Duration.of(changed.getRepeatWindowMicros(), ChronoUnit.MICROS))));
            case TimerElapsed _ -> new RoutingInput.TimerElapsed();
            default -> reply(event);
        };
    }

    private static RoutingInput reply(Object event) {
        return switch (event) {
            case ReplyRequested reply ->
                new RoutingInput.ReplyRequested(
                        new ReplyId(reply.getReplyId()),
                        new InteractionId(reply.getInteractionId()),
                        new AgentId(reply.getAgentId()));
            case ReplyComposed reply -> composed(reply);
            case ReplySent reply ->
                new RoutingInput.ReplySent(
                        new ReplyId(reply.getReplyId()), new InteractionId(reply.getInteractionId()));
            case ReplyFailed reply ->
                new RoutingInput.ReplyFailed(
                        new ReplyId(reply.getReplyId()),
                        new InteractionId(reply.getInteractionId()),
                        reply.getReason());
            case ReplyUncertain reply ->
                new RoutingInput.ReplyFailed(
                        new ReplyId(reply.getReplyId()),
                        new InteractionId(reply.getInteractionId()),
                        "It is not known whether the reply arrived: sending was interrupted before the server's"
                                + " answer was recorded.");
            default ->
                throw new IllegalArgumentException("expected a record that the journal carries, but got a "
                        + event.getClass().getName());
        };
    }

    private static RoutingInput email(EmailReceived email) {
        var author = email.getFrom();
        var answersTo = email.getReplyTo() == null ? author : email.getReplyTo();
        Set<EmailAddress> people = new HashSet<>(addresses(email.getCc()));
        people.add(new EmailAddress(author.getAddress()));
        people.add(new EmailAddress(answersTo.getAddress()));
        return new RoutingInput.EmailReceived(
                new EmailId(email.getEmailId()),
                email.getRecipients().stream()
                        .map(recipient -> new AddressId(recipient.getAddressId()))
                        .toList(),
                new EmailAddress(author.getAddress()),
                people,
                new Customer(answersTo.getAddress(), answersTo.getName()),
                email.getSubject(),
                messageId(email.getMessageId()),
                messageIds(email.getReferences()),
                messageIds(email.getInReplyTo()));
    }

    private static RoutingInput status(ChangeAgentStatus change) {
        var status = switch (change.getStatus()) {
            case ON_QUEUE -> AgentStatus.ON_QUEUE;
            case OFF_QUEUE -> AgentStatus.OFF_QUEUE;
            case NOT_RESPONDING -> AgentStatus.NOT_RESPONDING;
            case UNKNOWN -> null;
        };
        return new RoutingInput.ChangeAgentStatus(
                new CommandId(change.getCommandId()), new AgentId(change.getAgentId()), status);
    }

    private static RoutingInput composed(ReplyComposed reply) {
        var people = reply.getRecipients().stream()
                .filter(recipient -> recipient.getKind() != RecipientKind.HIDDEN_BCC)
                .map(recipient -> new EmailAddress(recipient.getAddress()))
                .collect(Collectors.toSet());
        return new RoutingInput.ReplyComposed(
                new ReplyId(reply.getReplyId()),
                new InteractionId(reply.getInteractionId()),
                new ConversationId(reply.getConversationId()),
                new MessageId(reply.getMessageId()),
                people);
    }

    private static RoutingInput address(AddressConfigured address) {
        var own = Stream.of(address.getLocalPart() + "@" + address.getDomainName(), address.getFromAddress())
                .map(EmailAddress::new)
                .collect(Collectors.toSet());
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(address.getAddressId()),
                own,
                address.getQueueId() == null ? null : new QueueId(address.getQueueId()),
                address.getFlowId() == null ? null : new FlowId(address.getFlowId()),
                address.getSkills().stream().map(InputReader::level).toList(),
                language(address.getLanguage()),
                address.getPriority(),
                address.getMultipleActions()));
    }

    private static RoutingInput queue(QueueConfigured queue) {
        return new RoutingInput.QueueConfigured(new Queue(
                new QueueId(queue.getQueueId()),
                queue.getMemberAgentIds().stream().map(AgentId::new).collect(Collectors.toSet()),
                Duration.ofSeconds(queue.getAlertingTimeoutSeconds()),
                queue.getEvaluationMethod() == EvaluationMethod.DISREGARD_SKILLS));
    }

    private static RoutingInput agent(AgentConfigured agent) {
        Map<SkillId, Integer> skills = agent.getSkills().stream()
                .collect(Collectors.toMap(
                        skill -> new SkillId(skill.getSkillId()), SkillRequirement::getProficiency, Math::max));
        return new RoutingInput.AgentConfigured(new AgentProfile(
                new AgentId(agent.getAgentId()),
                agent.getEmailCapacity(),
                skills,
                agent.getLanguages().stream().map(Language::new).collect(Collectors.toSet())));
    }

    private static RoutingInput removed(ConfigurationRemoved removed) {
        return switch (removed.getEntityKind()) {
            case "address" -> new RoutingInput.AddressRemoved(new AddressId(removed.getEntityId()));
            case "queue" -> new RoutingInput.QueueRemoved(new QueueId(removed.getEntityId()));
            case "flow" -> new RoutingInput.FlowRemoved(new FlowId(removed.getEntityId()));
            case "agent" -> new RoutingInput.AgentRemoved(new AgentId(removed.getEntityId()));
            default ->
                throw new IllegalArgumentException(
                        "expected an address, queue, flow or agent to be removed, but got " + removed.getEntityKind());
        };
    }

    private static SkillLevel level(SkillRequirement skill) {
        return new SkillLevel(new SkillId(skill.getSkillId()), skill.getProficiency());
    }

    private static @Nullable Language language(@Nullable String tag) {
        return tag == null ? null : new Language(tag);
    }

    private static Set<EmailAddress> addresses(List<MailAddress> mailboxes) {
        return mailboxes.stream()
                .map(mailbox -> new EmailAddress(mailbox.getAddress()))
                .collect(Collectors.toSet());
    }

    private static @Nullable MessageId messageId(@Nullable String value) {
        return value == null || value.isBlank() ? null : new MessageId(value);
    }

    private static List<MessageId> messageIds(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(MessageId::new)
                .toList();
    }
}
