package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.AutomaticMailRule;
import org.postroom.events.configuration.ChangedSubjectRule;
import org.postroom.events.configuration.EvaluationMethod;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.FlowMention;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.LastAgentRule;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SeveralAddressesRule;
import org.postroom.events.configuration.SpamRoute;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
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
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.Id;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.NoteReference;
import org.postroom.schemas.catalogue.EntityKey;

/** Writes inputs as the other services would, which is the reverse of {@link InputReader}. */
final class JournalRecords {

    static final String ORGANISATION = "acme";

    private JournalRecords() {}

    static SpecificRecord of(RoutingInput input, Instant at) {
        return switch (input) {
            case RoutingInput.EmailReceived email -> email(email, at);
            case RoutingInput.Command command -> command(command, at);
            case RoutingInput.ReplyRequested reply ->
                ReplyRequested.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setAgentId(reply.agentId().value())
                        .setAddressId("help")
                        .setRecipients(List.of())
                        .setSubject("Re: question")
                        .setContent(message())
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.ReplyComposed reply -> composed(reply, at);
            case RoutingInput.ReplySent reply ->
                ReplySent.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setMessageId(reply.replyId().value() + "@support.acme.test")
                        .setDeliveries(List.of())
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.ReplyFailed reply ->
                ReplyFailed.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setRecipients(List.of("customer@example.com"))
                        .setEnhancedStatus("5.1.1")
                        .setReason(reply.reason())
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.ReplyBounced reply ->
                ReplyBounced.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setReplyId(reply.replyId().value())
                        .setInteractionId(reply.interactionId().value())
                        .setRecipients(List.of(reply.bounceId().value()))
                        .setEnhancedStatus("5.1.1")
                        .setReason(reply.reason())
                        .setEmailId("report")
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.MailRulesConfigured configured ->
                MailRulesConfigured.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setAutomaticMail(AutomaticMailRule.valueOf(
                                configured.rules().automaticMail().name()))
                        .setSameMessageIdOnce(configured.rules().sameMessageIdOnce())
                        .setConversationWindowDays(days(configured.rules().conversations()))
                        .setChangedSubject(
                                configured.rules().conversations().changedSubjectBeginsAnother()
                                        ? ChangedSubjectRule.NEW_CONVERSATION
                                        : ChangedSubjectRule.SAME_CONVERSATION)
                        .setThreadBySubject(configured.rules().conversations().bySubject())
                        .setSeveralAddresses(
                                configured.rules().conversations().oneForEachAddress()
                                        ? SeveralAddressesRule.ONE_EACH
                                        : SeveralAddressesRule.ONE_INTERACTION)
                        .setLastAgent(LastAgentRule.valueOf(
                                configured.rules().conversations().lastAgent().name()))
                        .setLastAgentMinutes(Math.toIntExact(
                                configured.rules().conversations().keptFor().toMinutes()))
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.MailRulesRemoved() ->
                new ConfigurationRemoved(ORGANISATION, EntityKey.MAIL_RULES, ORGANISATION, at);
            case RoutingInput.AddressConfigured configured -> address(configured.address(), at);
            case RoutingInput.QueueConfigured configured -> queue(configured.queue(), at);
            case RoutingInput.FlowConfigured configured -> flow(configured.flow(), at);
            case RoutingInput.AgentConfigured configured -> agent(configured.agent(), at);
            case RoutingInput.AddressRemoved removed -> removed("address", removed.addressId(), at);
            case RoutingInput.QueueRemoved removed -> removed("queue", removed.queueId(), at);
            case RoutingInput.FlowRemoved removed -> removed("flow", removed.flowId(), at);
            case RoutingInput.AgentRemoved removed -> removed("agent", removed.agentId(), at);
            case RoutingInput.OrganisationRemoved() ->
                OrganisationRemoved.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setRemovedBy("olga")
                        .setOccurredAt(at)
                        .build();
            case RoutingInput.TermsChanged(Terms(int version, var policy)) ->
                new RoutingTermsChanged(
                        ORGANISATION,
                        version,
                        policy.threadingWindow().toNanos() / 1000,
                        policy.repeatWindow().toNanos() / 1000,
                        at);
            case RoutingInput.TimerElapsed() -> new TimerElapsed(ORGANISATION, at);
        };
    }

    private static @Nullable Integer days(ConversationRules rules) {
        var window = rules.window();
        return window == null ? null : Math.toIntExact(window.toDays());
    }

    private static SpecificRecord email(RoutingInput.EmailReceived email, Instant at) {
        var author = email.author().folded();
        return EmailReceived.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setEmailId(email.emailId().value())
                .setRecipients(email.addressedTo().stream()
                        .map(address -> new AddressedTo(address.value(), address.value() + "@support.acme.test"))
                        .toList())
                .setEnvelopeSender(author)
                .setFrom(new MailAddress(author, email.customer().name()))
                .setCc(email.people().stream()
                        .map(EmailAddress::folded)
                        .filter(person -> !person.equals(author))
                        .sorted()
                        .map(person -> new MailAddress(person, null))
                        .toList())
                .setSubject(email.subject())
                .setMessageId(
                        email.messageId() == null ? null : email.messageId().value())
                .setReferences(values(email.references()))
                .setInReplyTo(values(email.inReplyTo()))
                .setMessage(message())
                .setAutomation(
                        switch (email.judgement().author()) {
                            case PERSON -> AutomationMarker.NONE;
                            case MACHINE -> AutomationMarker.AUTO_SUBMITTED;
                            case DELIVERY_REPORT -> AutomationMarker.DELIVERY_REPORT;
                            case FEEDBACK_REPORT -> AutomationMarker.FEEDBACK_REPORT;
                            case OURSELVES -> AutomationMarker.OWN_MAIL;
                        })
                .setSpamScan(scan(email.judgement().spam(), ScanVerdict.SPAM))
                .setVirusScan(scan(email.judgement().virus(), ScanVerdict.VIRUS))
                .setThreadConversationId(
                        email.token() == null ? null : email.token().value())
                .setClientAddress("192.0.2.1")
                .setClientName("mail.example.com")
                .setOccurredAt(at)
                .build();
    }

    private static @Nullable ScanResult scan(boolean found, ScanVerdict verdict) {
        return found
                ? ScanResult.newBuilder()
                        .setVerdict(verdict)
                        .setEngine("postroom")
                        .build()
                : null;
    }

    private static SpecificRecord command(RoutingInput.Command command, Instant at) {
        var id = command.commandId().value();
        var agent = command.agentId().value();
        return switch (command) {
            case RoutingInput.ChangeAgentStatus change ->
                new ChangeAgentStatus(
                        ORGANISATION,
                        id,
                        agent,
                        org.postroom.events.common.AgentStatus.valueOf(String.valueOf(change.status())),
                        at);
            case RoutingInput.AcceptInteraction accept ->
                new AcceptInteraction(
                        ORGANISATION, id, agent, accept.interactionId().value(), at);
            case RoutingInput.DeclineInteraction decline ->
                new DeclineInteraction(
                        ORGANISATION, id, agent, decline.interactionId().value(), at);
            case RoutingInput.MergeConversations merge ->
                new MergeConversations(
                        ORGANISATION,
                        id,
                        agent,
                        merge.conversationId().value(),
                        merge.into().value(),
                        at);
            case RoutingInput.PartConversations part ->
                new PartConversations(
                        ORGANISATION, id, agent, part.conversationId().value(), at);
            case RoutingInput.MoveEmail(var _, var _, var email, var conversation, var into) ->
                new MoveEmail(
                        ORGANISATION,
                        id,
                        agent,
                        email.value(),
                        conversation.value(),
                        into == null ? null : into.value(),
                        at);
            case RoutingInput.CloseInteraction close ->
                new CloseInteraction(
                        ORGANISATION,
                        id,
                        agent,
                        close.interactionId().value(),
                        code(close.wrapUpCode()),
                        close.afterCallWork(),
                        at);
            case RoutingInput.ParkInteraction park ->
                new ParkInteraction(
                        ORGANISATION, id, agent, park.interactionId().value(), park.until(), at);
            case RoutingInput.ResumeInteraction resume ->
                new ResumeInteraction(
                        ORGANISATION, id, agent, resume.interactionId().value(), at);
            case RoutingInput.TransferInteraction transfer ->
                new TransferInteraction(
                        ORGANISATION,
                        id,
                        agent,
                        transfer.interactionId().value(),
                        transfer.queueId() == null ? null : transfer.queueId().value(),
                        transfer.toAgentId() == null
                                ? null
                                : transfer.toAgentId().value(),
                        transfer.note() == null ? null : note(transfer.note()),
                        at);
            case RoutingInput.NoteInteraction written ->
                new NoteInteraction(
                        ORGANISATION, id, agent, written.interactionId().value(), note(written.note()), at);
            case RoutingInput.WrapUpInteraction done ->
                new WrapUpInteraction(
                        ORGANISATION, id, agent, done.interactionId().value(), code(done.wrapUpCode()), at);
        };
    }

    private static MessageReference note(NoteReference note) {
        return new MessageReference(note.key(), note.size(), note.sha256());
    }

    private static @Nullable String code(@Nullable WrapUpCodeId code) {
        return code == null ? null : code.value();
    }

    private static SpecificRecord composed(RoutingInput.ReplyComposed reply, Instant at) {
        return ReplyComposed.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setReplyId(reply.replyId().value())
                .setInteractionId(reply.interactionId().value())
                .setConversationId(reply.conversationId().value())
                .setMessageId(reply.messageId().value())
                .setEnvelopeSender("bounce@support.acme.test")
                .setFrom(new MailAddress("help@support.acme.test", null))
                .setRecipients(reply.people().stream()
                        .map(person -> new Recipient(person.folded(), null, RecipientKind.TO))
                        .toList())
                .setSubject(reply.subject().isEmpty() ? "Re: question" : reply.subject())
                .setMessage(message())
                .setSignatureIncluded(false)
                .setHistoryIncluded(true)
                .setOccurredAt(at)
                .build();
    }

    private static SpecificRecord address(Address address, Instant at) {
        var name = address.addressId().value();
        return AddressConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAddressId(name)
                .setDomainId("domain")
                .setDomainName("support.acme.test")
                .setLocalPart(name)
                .setFromAddress(name + "@support.acme.test")
                .setQueueId(address.queueId() == null ? null : address.queueId().value())
                .setFlowId(address.flowId() == null ? null : address.flowId().value())
                .setSpamFlowId(
                        address.spamFlowId() == null
                                ? null
                                : address.spamFlowId().value())
                .setSkills(address.skills().stream().map(JournalRecords::skill).toList())
                .setLanguage(
                        address.language() == null ? null : address.language().tag())
                .setPriority(address.priority())
                .setMultipleActions(address.multipleActions())
                .setSpamRoute(SpamRoute.valueOf(address.spamRoute().name()))
                .setHistory(HistoryInclusion.ALWAYS)
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(at)
                .build();
    }

    private static SpecificRecord queue(Queue queue, Instant at) {
        return QueueConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setQueueId(queue.queueId().value())
                .setName(queue.queueId().value())
                .setMemberAgentIds(values(queue.members()))
                .setAlertingTimeoutSeconds(
                        Math.toIntExact(queue.alertingTimeout().toSeconds()))
                .setEvaluationMethod(EvaluationMethod.valueOf(queue.evaluation().name()))
                .setWrapUpCodeIds(values(queue.wrapUp().codes()))
                .setAfterCallWork(AfterCallWork.valueOf(queue.wrapUp().mode().name()))
                .setAfterCallWorkSeconds(Math.toIntExact(queue.wrapUp().time().toSeconds()))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(at)
                .build();
    }

    private static List<FlowMention> mentions(Flow.Published published) {
        return published.mentions().stream()
                .map(mention -> new FlowMention(mention.kind().word(), mention.name(), mention.id()))
                .toList();
    }

    private static SpecificRecord flow(Flow flow, Instant at) {
        var published = flow.published();
        return FlowConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setFlowId(flow.flowId().value())
                .setName(flow.flowId().value())
                .setFallbackQueueId(flow.fallbackQueueId().value())
                .setPublishedDefinitionVersion(published == null ? null : published.version())
                .setPublishedDefinition(published == null ? null : published.text())
                .setPublishedMentions(published == null ? null : mentions(published))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(at)
                .build();
    }

    private static SpecificRecord agent(AgentProfile agent, Instant at) {
        return AgentConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAgentId(agent.agentId().value())
                .setDisplayName(agent.agentId().value())
                .setEmailCapacity(agent.emailCapacity())
                .setActive(agent.active())
                .setSkills(agent.skills().entrySet().stream()
                        .map(skill -> new SkillRequirement(skill.getKey().value(), skill.getValue()))
                        .sorted(Comparator.comparing(SkillRequirement::getSkillId))
                        .toList())
                .setLanguages(agent.languages().stream()
                        .map(language -> language.tag())
                        .sorted()
                        .toList())
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(at)
                .build();
    }

    private static SpecificRecord removed(String kind, Id id, Instant at) {
        return new ConfigurationRemoved(ORGANISATION, kind, id.value(), at);
    }

    private static SkillRequirement skill(SkillLevel level) {
        return new SkillRequirement(level.skillId().value(), level.proficiency());
    }

    private static MessageReference message() {
        return new MessageReference(ORGANISATION + "/message", 1L, "00");
    }

    /** Lists as they come, sets in the order of their values, so that a record is the same each time. */
    private static List<String> values(Collection<? extends Id> ids) {
        var values = new ArrayList<String>(ids.stream().map(Id::value).toList());
        if (!(ids instanceof List)) {
            values.sort(null);
        }
        return values;
    }
}
