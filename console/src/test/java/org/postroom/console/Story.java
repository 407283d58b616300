package org.postroom.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postroom.events.common.Attachment;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.Recipient;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.runtime.message.StoredMessage;

/** The events of one interaction as the services would publish them, all of them at one moment. */
public class Story {

    /** The moment at which every event of a story happens, in the past, so that pages have something to count. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    final String organisation;
    final String agent;

    /** The interaction. */
    public final String interaction = id("interaction");

    /** The conversation. */
    public final String conversation = id("conversation");

    /** The customer's mail. */
    public final String email = id("email");

    /** The agent's reply. */
    public final String reply = id("reply");

    /** The queue. */
    public final String queue = id("queue");

    /** Tells the story of an organisation and its agent. */
    public Story(String organisation, String agent) {
        this.organisation = organisation;
        this.agent = agent;
    }

    /** An identifier that no other test uses. */
    public static String id(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    /** The event of the mail's arrival. */
    public EmailReceived received(StoredMessage raw, String subject) {
        return EmailReceived.newBuilder()
                .setOrganisationId(organisation)
                .setEmailId(email)
                .setRecipients(List.of(AddressedTo.newBuilder()
                        .setAddressId("address")
                        .setAddress("help@support.acme.test")
                        .build()))
                .setEnvelopeSender("kunde@example.test")
                .setFrom(address("kunde@example.test", "Käthe Kunde"))
                .setSubject(subject)
                .setMessage(reference(raw))
                .setAttachments(List.of(Attachment.newBuilder()
                        .setFileName("rechnung.pdf")
                        .setMediaType("application/pdf")
                        .setSize(10)
                        .build()))
                .setClientAddress("192.0.2.1")
                .setClientName("mx.example.test")
                .setOccurredAt(NOW)
                .build();
    }

    /** The event that gives the mail its conversation. */
    public EmailThreaded threaded() {
        return EmailThreaded.newBuilder()
                .setOrganisationId(organisation)
                .setEmailId(email)
                .setConversationId(conversation)
                .setInteractionId(interaction)
                .setNewInteraction(true)
                .setRule(ThreadingRule.NEW_CONVERSATION)
                .setOccurredAt(NOW)
                .build();
    }

    /** The event that puts the interaction into its queue. */
    public InteractionQueued queued(String subject) {
        return InteractionQueued.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(interaction)
                .setConversationId(conversation)
                .setEmailId(email)
                .setAddressId("address")
                .setQueueId(queue)
                .setCustomer(address("kunde@example.test", "Käthe Kunde"))
                .setSubject(subject)
                .setReason(QueueReason.EMAIL_RECEIVED)
                .setScore(score())
                .setWaitingSince(NOW)
                .setOccurredAt(NOW)
                .build();
    }

    static ScoreParts score() {
        return ScoreParts.newBuilder()
                .setPriority(10)
                .setMinutesWaited(0)
                .setTotal(10)
                .build();
    }

    static MailAddress address(String address, String name) {
        return MailAddress.newBuilder().setAddress(address).setName(name).build();
    }

    static Recipient recipient(String address, RecipientKind kind) {
        return Recipient.newBuilder().setAddress(address).setKind(kind).build();
    }

    static MessageReference reference(StoredMessage stored) {
        return MessageReference.newBuilder()
                .setKey(stored.key())
                .setSize(stored.size())
                .setSha256(stored.sha256())
                .build();
    }
}
