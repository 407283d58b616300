package org.postroom.outbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.UnverifiedSending;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;

/** One organisation of a test, told to the service through the log as the other services would. */
final class Centre {

    /** How long a test waits for what will come. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String AGENT = "agent-ada";
    static final String CUSTOMERS_MAIL = """
            From: =?UTF-8?Q?J=C3=BCrgen_Weiss?= <%s>
            To: help@%s
            Subject: =?UTF-8?Q?L=C3=A4uft_nicht?=
            Message-ID: <%s>
            Date: Sat, 21 Nov 2026 10:15:00 +0000
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Die Pumpe läuft nicht.
            """;

    final String organisationId = "org-" + UUID.randomUUID();
    final String domainId = "domain-" + UUID.randomUUID();
    final String domainName = "support-" + UUID.randomUUID().toString().substring(0, 8) + ".test";
    final String addressId = "address-" + UUID.randomUUID();
    final String signatureId = "signature-" + UUID.randomUUID();
    final String customer = "juergen-" + UUID.randomUUID().toString().substring(0, 8) + "@customer.test";
    final String auditor = "audit-" + UUID.randomUUID().toString().substring(0, 8) + "@customer.test";
    private final MessageStore store;

    private Centre(MessageStore store) {
        this.store = store;
    }

    /** An organisation with a verified domain, an address with signature and hidden Bcc, and an agent. */
    static Centre ready(MessageStore store) {
        Centre centre = configured(store);
        centre.verify();
        return centre;
    }

    /** The same, with a domain that is not verified. */
    static Centre configured(MessageStore store) {
        Centre centre = new Centre(store);
        centre.addDomain();
        centre.configure();
        return centre;
    }

    /** Says that the domain may send. */
    void verify() {
        publish(
                Topics.DOMAIN_EVENTS,
                DomainVerified.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domainId)
                        .setDomainName(domainName)
                        .setDirection(MailDirection.SENDING)
                        .setOccurredAt(now())
                        .build());
    }

    /** Says that the domain may not send any more. */
    void fail() {
        publish(
                Topics.DOMAIN_EVENTS,
                DomainVerificationFailed.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domainId)
                        .setDomainName(domainName)
                        .setDirection(MailDirection.SENDING)
                        .setReason("the record is gone")
                        .setOccurredAt(now())
                        .build());
    }

    /** Changes how the domain is used. */
    void use(SendingWay way, String smtpServerId, UnverifiedSending whenUnverified) {
        publish(
                Topics.DOMAIN_EVENTS,
                DomainSettingsChanged.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domainId)
                        .setDomainName(domainName)
                        .setSettings(DomainSettings.newBuilder()
                                .setSendingWay(way)
                                .setSmtpServerId(smtpServerId)
                                .setWhenUnverified(whenUnverified)
                                .build())
                        .setChangedBy("admin")
                        .setVersion(2)
                        .setOccurredAt(now())
                        .build());
    }

    /** Says that a record of the domain was found as issued, or was not. */
    void found(RecordPurpose purpose, String recordName, RecordStatus status) {
        publish(
                Topics.DOMAIN_EVENTS,
                DomainRecordStatusChanged.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domainId)
                        .setDomainName(domainName)
                        .setRecord(new IssuedRecord(purpose, false, recordName, "TXT", "value"))
                        .setFrom(RecordStatus.MISSING)
                        .setTo(status)
                        .setReason("found")
                        .setOccurredAt(now())
                        .build());
    }

    /** Changes where the address's signature is added and how often, and how the organisation is called. */
    void sign(SignaturePlacement placement, SignatureOn on, String organisationName) {
        publish(
                Topics.DOMAIN_EVENTS,
                OrganisationCreated.newBuilder()
                        .setOrganisationId(organisationId)
                        .setName(organisationName)
                        .setAccountName("acme")
                        .setDefaultLanguage("en")
                        .setTimeZone("Europe/Berlin")
                        .setOccurredAt(now())
                        .build());
        configure(
                "signature/" + signatureId,
                SignatureConfigured.newBuilder()
                        .setOrganisationId(organisationId)
                        .setSignatureId(signatureId)
                        .setName("Support")
                        .setHtml("<p>{{agent.name}} for {{customer.name}}<br>{{organisation.name}}</p>")
                        .setText("{{agent.name}} for {{customer.name}}\n{{organisation.name}}")
                        .setChangedBy("admin")
                        .setVersion(2)
                        .setOccurredAt(now())
                        .build());
        configure(
                "address/" + addressId,
                address()
                        .setSignaturePlacement(placement)
                        .setSignatureOn(on)
                        .setMultipleActions(true)
                        .setVersion(2)
                        .build());
    }

    /** Gives the organisation a verified system domain; returns its name. */
    String addSystemDomain() {
        String id = "system-" + UUID.randomUUID();
        String name = domainName.replace(".test", ".postroom.test");
        publish(
                Topics.DOMAIN_EVENTS,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(id)
                        .setDomainName(name)
                        .setAddedBy("operator")
                        .setDomainType(DomainType.SYSTEM)
                        .setOccurredAt(now())
                        .build());
        publish(
                Topics.DOMAIN_EVENTS,
                DomainVerified.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(id)
                        .setDomainName(name)
                        .setDirection(MailDirection.SENDING)
                        .setOccurredAt(now())
                        .build());
        return name;
    }

    /** Publishes the domain's DKIM record as its administrator would. */
    void publishDkimRecord() {
        var key = EventLog.of(Topics.DOMAIN_EVENTS)
                .await(
                        DkimKeyIssued.class,
                        issued -> issued.getDomainId().equals(domainId)
                                && issued.getSelector().equals("postroom1"));
        Parts.dns()
                .zones()
                .publish(
                        domainName,
                        List.of(new PublishedRecord(
                                key.getSelector() + "._domainkey",
                                "TXT",
                                null,
                                "v=DKIM1; k=" + key.getKeyType() + "; p=" + key.getPublicKey())));
    }

    /** A customer's mail that the agent accepted; returns the interaction. */
    String interactionHandledBy(String agentId) throws IOException {
        return interactionHandledBy(agentId, "conversation-" + UUID.randomUUID());
    }

    /** The same in a conversation of this name. */
    String interactionHandledBy(String agentId, String conversationId) throws IOException {
        String interactionId = "interaction-" + UUID.randomUUID();
        String emailId = "email-" + UUID.randomUUID();
        publish(Topics.EMAIL_EVENTS, received(emailId));
        publish(
                Topics.INTERACTION_EVENTS,
                EmailThreaded.newBuilder()
                        .setOrganisationId(organisationId)
                        .setEmailId(emailId)
                        .setConversationId(conversationId)
                        .setInteractionId(interactionId)
                        .setNewInteraction(true)
                        .setRule(ThreadingRule.NEW_CONVERSATION)
                        .setOccurredAt(now())
                        .build());
        publish(Topics.INTERACTION_EVENTS, queued(interactionId, conversationId, emailId));
        publish(
                Topics.INTERACTION_EVENTS,
                InteractionAccepted.newBuilder()
                        .setOrganisationId(organisationId)
                        .setInteractionId(interactionId)
                        .setAgentId(agentId)
                        .setWaitedMicros(1)
                        .setOccurredAt(now())
                        .build());
        return interactionId;
    }

    String customersMessageId() {
        return "question-" + customer;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void addDomain() {
        publish(
                Topics.DOMAIN_EVENTS,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domainId)
                        .setDomainName(domainName)
                        .setAddedBy("admin")
                        .setOccurredAt(now())
                        .build());
    }

    private void configure() {
        configure("address/" + addressId, address().build());
        configure(
                "signature/" + signatureId,
                SignatureConfigured.newBuilder()
                        .setOrganisationId(organisationId)
                        .setSignatureId(signatureId)
                        .setName("Support")
                        .setHtml("<p>{{agent.name}}<br><b>Acme</b></p>")
                        .setText("{{agent.name}}\nAcme")
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(now())
                        .build());
        configure(
                "agent/" + AGENT,
                AgentConfigured.newBuilder()
                        .setOrganisationId(organisationId)
                        .setAgentId(AGENT)
                        .setDisplayName("Ada Lovelace")
                        .setChangedBy("admin")
                        .setVersion(1)
                        .setOccurredAt(now())
                        .build());
    }

    private AddressConfigured.Builder address() {
        return AddressConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAddressId(addressId)
                .setDomainId(domainId)
                .setDomainName(domainName)
                .setLocalPart("help")
                .setFromName("Acme Support")
                .setFromAddress("help@" + domainName)
                .setReplyTo("help@" + domainName)
                .setHiddenBcc(List.of(auditor))
                .setSignatureId(signatureId)
                .setHistory(HistoryInclusion.ALWAYS)
                .setChangedBy("admin")
                .setVersion(1)
                .setOccurredAt(now());
    }

    private EmailReceived received(String emailId) throws IOException {
        byte[] raw = CUSTOMERS_MAIL
                .formatted(customer, domainName, customersMessageId())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var stored = store.store(organisationId, raw);
        return EmailReceived.newBuilder()
                .setOrganisationId(organisationId)
                .setEmailId(emailId)
                .setRecipients(List.of(new AddressedTo(addressId, "help@" + domainName)))
                .setEnvelopeSender(customer)
                .setFrom(new MailAddress(customer, "Jürgen Weiss"))
                .setSubject("Läuft nicht")
                .setMessageId(customersMessageId())
                .setReferences(List.of("earlier@customer.test"))
                .setSentAt(Instant.parse("2026-11-21T10:15:00Z"))
                .setMessage(new MessageReference(stored.key(), stored.size(), stored.sha256()))
                .setClientAddress("127.0.0.1")
                .setClientName("mail.customer.test")
                .setOccurredAt(now())
                .build();
    }

    private InteractionQueued queued(String interactionId, String conversationId, String emailId) {
        return InteractionQueued.newBuilder()
                .setOrganisationId(organisationId)
                .setInteractionId(interactionId)
                .setConversationId(conversationId)
                .setEmailId(emailId)
                .setAddressId(addressId)
                .setQueueId("queue")
                .setCustomer(new MailAddress(customer, "Jürgen Weiss"))
                .setSubject("Läuft nicht")
                .setReason(QueueReason.EMAIL_RECEIVED)
                .setScore(new ScoreParts(0, 0.0, 0.0))
                .setWaitingSince(now())
                .setOccurredAt(now())
                .build();
    }

    private void configure(String entity, SpecificRecord state) {
        EventLog.publish(Topics.CONFIGURATION, organisationId, organisationId + "/" + entity, state);
    }

    void publish(Topic topic, SpecificRecord event) {
        EventLog.publish(topic, organisationId, event);
    }
}
