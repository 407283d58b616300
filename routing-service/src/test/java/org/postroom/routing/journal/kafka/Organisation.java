package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.FlowMention;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;

/** One organisation on the real broker: what the other services write about it, and what routing wrote. */
final class Organisation {

    static final String QUEUE = "support";
    static final String FLOW = "triage";
    private static final String ADDRESS = "help";

    private final String id = "org-" + UUID.randomUUID();

    /** An organisation with the address help, the queue support and its agents, each with room for so many emails. */
    static Organisation with(int alertingSeconds, int capacity, String... agents) {
        var organisation = new Organisation();
        organisation.configureQueue(alertingSeconds, agents);
        organisation.configureAddress();
        for (var agent : agents) {
            organisation.configureAgent(agent, capacity);
        }
        return organisation;
    }

    String id() {
        return id;
    }

    private void configureQueue(int alertingSeconds, String... agents) {
        configureQueue(QUEUE, alertingSeconds, AfterCallWork.OPTIONAL, 0, agents);
    }

    /** Configures a queue with the wrap-up code done. */
    void configureQueue(String queue, int alertingSeconds, AfterCallWork afterCallWork, int seconds, String... agents) {
        configure(
                "queue",
                queue,
                QueueConfigured.newBuilder()
                        .setOrganisationId(id)
                        .setQueueId(queue)
                        .setName(queue)
                        .setMemberAgentIds(List.of(agents))
                        .setAlertingTimeoutSeconds(alertingSeconds)
                        .setWrapUpCodeIds(List.of("done"))
                        .setAfterCallWork(afterCallWork)
                        .setAfterCallWorkSeconds(seconds)
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    void configureAddress() {
        configure(
                "address",
                ADDRESS,
                AddressConfigured.newBuilder()
                        .setOrganisationId(id)
                        .setAddressId(ADDRESS)
                        .setDomainId("domain")
                        .setDomainName("support.acme.test")
                        .setLocalPart("help")
                        .setFromAddress("help@support.acme.test")
                        .setQueueId(QUEUE)
                        .setSkills(List.of(new SkillRequirement("billing", 2)))
                        .setLanguage("fr")
                        .setPriority(5)
                        .setHistory(HistoryInclusion.ALWAYS)
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    void configureAddressWithFlow() {
        configure(
                "address",
                ADDRESS,
                AddressConfigured.newBuilder()
                        .setOrganisationId(id)
                        .setAddressId(ADDRESS)
                        .setDomainId("domain")
                        .setDomainName("support.acme.test")
                        .setLocalPart("help")
                        .setFromAddress("help@support.acme.test")
                        .setFlowId(FLOW)
                        .setHistory(HistoryInclusion.ALWAYS)
                        .setChangedBy("admin")
                        .setVersion(2)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    /** A flow with a definition in force that falls back to the queue. */
    void configureFlow(String definition, List<FlowMention> mentions) {
        configure(
                "flow",
                FLOW,
                FlowConfigured.newBuilder()
                        .setOrganisationId(id)
                        .setFlowId(FLOW)
                        .setName("Triage")
                        .setFallbackQueueId(QUEUE)
                        .setPublishedDefinitionVersion(1L)
                        .setPublishedDefinition(definition)
                        .setPublishedMentions(mentions)
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    private void configureAgent(String agent, int capacity) {
        configure(
                "agent",
                agent,
                AgentConfigured.newBuilder()
                        .setOrganisationId(id)
                        .setAgentId(agent)
                        .setDisplayName(agent)
                        .setEmailCapacity(capacity)
                        .setSkills(List.of(new SkillRequirement("billing", 4)))
                        .setLanguages(List.of("fr"))
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    private void configure(String kind, String entityId, SpecificRecord event) {
        EventLog.publish(Topics.CONFIGURATION, id, id + "/" + kind + "/" + entityId, event);
    }

    void remove(String kind, String entityId) {
        EventLog.publish(Topics.CONFIGURATION, id, id + "/" + kind + "/" + entityId, null);
    }

    String receives(String subject, List<String> references) {
        var emailId = UUID.randomUUID().toString();
        receives(emailId, subject, references);
        return emailId;
    }

    void receives(String emailId, String subject, List<String> references) {
        EventLog.publish(
                Topics.EMAIL_EVENTS,
                id,
                EmailReceived.newBuilder()
                        .setOrganisationId(id)
                        .setEmailId(emailId)
                        .setRecipients(List.of(new AddressedTo(ADDRESS, "help@support.acme.test")))
                        .setEnvelopeSender("customer@example.com")
                        .setFrom(new MailAddress("customer@example.com", "A. Customer"))
                        .setSubject(subject)
                        .setMessageId(emailId + "@example.com")
                        .setReferences(references)
                        .setMessage(new MessageReference(id + "/raw", 1L, "00"))
                        .setAutomation(AutomationMarker.NONE)
                        .setClientAddress("192.0.2.1")
                        .setClientName("mail.example.com")
                        .setOccurredAt(Instant.now())
                        .build());
    }

    void goesOnQueue(String agent) {
        command(new ChangeAgentStatus(id, UUID.randomUUID().toString(), agent, AgentStatus.ON_QUEUE, Instant.now()));
    }

    void accepts(String agent, String interactionId) {
        command(new AcceptInteraction(id, UUID.randomUUID().toString(), agent, interactionId, Instant.now()));
    }

    void closes(String agent, String interactionId) {
        command(new CloseInteraction(
                id, UUID.randomUUID().toString(), agent, interactionId, null, false, Instant.now()));
    }

    private void command(SpecificRecord command) {
        EventLog.publish(Topics.ROUTING_COMMANDS, id, command);
    }

    void requestsReply(String agent, String interactionId, String replyId) {
        reply(
                interactionId,
                ReplyRequested.newBuilder()
                        .setOrganisationId(id)
                        .setReplyId(replyId)
                        .setInteractionId(interactionId)
                        .setAgentId(agent)
                        .setAddressId(ADDRESS)
                        .setRecipients(List.of())
                        .setSubject("Re: question")
                        .setContent(new MessageReference(id + "/reply", 1L, "00"))
                        .setOccurredAt(Instant.now())
                        .build());
    }

    void composesReply(String interactionId, String conversationId, String replyId, String messageId) {
        reply(
                interactionId,
                ReplyComposed.newBuilder()
                        .setOrganisationId(id)
                        .setReplyId(replyId)
                        .setInteractionId(interactionId)
                        .setConversationId(conversationId)
                        .setMessageId(messageId)
                        .setEnvelopeSender("bounce@support.acme.test")
                        .setFrom(new MailAddress("help@support.acme.test", null))
                        .setRecipients(List.of(new Recipient("customer@example.com", null, RecipientKind.TO)))
                        .setSubject("Re: question")
                        .setMessage(new MessageReference(id + "/composed", 1L, "00"))
                        .setSignatureIncluded(false)
                        .setHistoryIncluded(true)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    void sendsReply(String interactionId, String replyId, String messageId) {
        reply(
                interactionId,
                ReplySent.newBuilder()
                        .setOrganisationId(id)
                        .setReplyId(replyId)
                        .setInteractionId(interactionId)
                        .setMessageId(messageId)
                        .setDeliveries(List.of())
                        .setOccurredAt(Instant.now())
                        .build());
    }

    private void reply(String interactionId, SpecificRecord event) {
        EventLog.publish(Topics.REPLY_EVENTS, id, interactionId, event);
    }

    EmailThreaded threaded(String emailId) {
        return EventLog.of(Topics.INTERACTION_EVENTS)
                .await(EmailThreaded.class, event -> event.getEmailId().equals(emailId));
    }

    InteractionOffered offered(String emailId) {
        var interactionId = threaded(emailId).getInteractionId();
        return EventLog.of(Topics.INTERACTION_EVENTS)
                .await(
                        InteractionOffered.class,
                        event -> event.getInteractionId().equals(interactionId));
    }

    /** What a topic holds about this organisation. */
    List<ConsumerRecord<String, Object>> records(Topic topic) {
        return EventLog.of(topic).records().stream()
                .filter(entry -> id.equals(entry.key()))
                .toList();
    }

    <T> List<T> all(Topic topic, Class<T> type) {
        return records(topic).stream()
                .map(ConsumerRecord::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static Map<String, String> headers(ConsumerRecord<String, Object> entry) {
        return Map.of(
                "ce_id", EventLog.header(entry, "ce_id"),
                "ce_type", EventLog.header(entry, "ce_type"),
                "ce_source", EventLog.header(entry, "ce_source"));
    }
}
