package org.postroom.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.common.RecipientKind;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.SegmentAction;
import org.postroom.events.reply.Delivery;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.runtime.message.StoredMessage;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;

/** The story of one interaction, told event by event to the log, as the services would tell it. */
public final class Facts extends Story {

    /** Tells the story of an organisation and its agent. */
    public Facts(String organisation, String agent) {
        super(organisation, agent);
    }

    /** Stores a file from the test's resources as a raw mail. */
    public StoredMessage stored(String resource) {
        try {
            return stored(Files.readAllBytes(Path.of("src/test/resources", resource)));
        } catch (IOException failed) {
            throw new AssertionError("expected the file " + resource + ", but it cannot be read", failed);
        }
    }

    /** Stores bytes as content. */
    public StoredMessage stored(byte[] content) {
        try {
            return Parts.openMessageStore().store(organisation, content);
        } catch (IOException failed) {
            throw new AssertionError("expected to store content, but it failed", failed);
        }
    }

    /** The customer's mail arrives and is queued. */
    public Facts arrives(StoredMessage raw, String subject) {
        publish(Topics.EMAIL_EVENTS, received(raw, subject));
        publish(Topics.INTERACTION_EVENTS, threaded());
        publish(Topics.INTERACTION_EVENTS, queued(subject));
        return this;
    }

    /** Routing offers the interaction to the agent. */
    public Facts offered() {
        return publish(
                Topics.INTERACTION_EVENTS,
                InteractionOffered.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interaction)
                        .setAgentId(agent)
                        .setOfferId(id("offer"))
                        .setQueueId(queue)
                        .setScore(score())
                        .setExpiresAt(NOW.plusSeconds(300))
                        .setOccurredAt(NOW.plusSeconds(1))
                        .build());
    }

    /** The agent accepts. */
    public Facts accepted() {
        return publish(
                Topics.INTERACTION_EVENTS,
                InteractionAccepted.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interaction)
                        .setAgentId(agent)
                        .setWaitedMicros(2_000_000)
                        .setOccurredAt(NOW.plusSeconds(2))
                        .build());
    }

    /** The agent's reply is requested, and the segment ends. */
    public Facts replies(StoredMessage content) {
        publish(
                Topics.REPLY_EVENTS,
                interaction,
                ReplyRequested.newBuilder()
                        .setOrganisationId(organisation)
                        .setReplyId(reply)
                        .setInteractionId(interaction)
                        .setAgentId(agent)
                        .setAddressId("address")
                        .setRecipients(List.of(recipient("kunde@example.test", RecipientKind.TO)))
                        .setSubject("Re: Grüße")
                        .setContent(reference(content))
                        .setOccurredAt(NOW.plusSeconds(60))
                        .build());
        return publish(
                Topics.INTERACTION_EVENTS,
                InteractionSegmentEnded.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interaction)
                        .setAgentId(agent)
                        .setSegment(1)
                        .setAction(SegmentAction.REPLY)
                        .setHandleTimeMicros(58_000_000)
                        .setReplyId(reply)
                        .setOccurredAt(NOW.plusSeconds(60))
                        .build());
    }

    /** The reply is composed. */
    public Facts composed(StoredMessage mail) {
        return publish(
                Topics.REPLY_EVENTS,
                interaction,
                ReplyComposed.newBuilder()
                        .setOrganisationId(organisation)
                        .setReplyId(reply)
                        .setInteractionId(interaction)
                        .setConversationId(conversation)
                        .setMessageId("reply@support.acme.test")
                        .setEnvelopeSender("bounce@support.acme.test")
                        .setFrom(address("help@support.acme.test", "Acme"))
                        .setRecipients(List.of(
                                recipient("kunde@example.test", RecipientKind.TO),
                                recipient("archive@acme.test", RecipientKind.HIDDEN_BCC)))
                        .setSubject("Re: Grüße")
                        .setMessage(reference(mail))
                        .setSignatureIncluded(true)
                        .setHistoryIncluded(true)
                        .setOccurredAt(NOW.plusSeconds(61))
                        .build());
    }

    /** Every server takes the reply, and the interaction closes. */
    public Facts sent() {
        publish(
                Topics.REPLY_EVENTS,
                interaction,
                ReplySent.newBuilder()
                        .setOrganisationId(organisation)
                        .setReplyId(reply)
                        .setInteractionId(interaction)
                        .setMessageId("reply@support.acme.test")
                        .setDeliveries(List.of(
                                new Delivery("kunde@example.test", "mx.example.test:25", "250 2.0.0 taken"),
                                new Delivery("archive@acme.test", "mx.acme.test:25", "250 2.0.0 archived")))
                        .setOccurredAt(NOW.plusSeconds(62))
                        .build());
        return publish(
                Topics.INTERACTION_EVENTS,
                InteractionClosed.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interaction)
                        .setConversationId(conversation)
                        .setReason(CloseReason.ANSWERED)
                        .setAgentId(agent)
                        .setHandleTimeMicros(58_000_000)
                        .setOccurredAt(NOW.plusSeconds(63))
                        .build());
    }

    /** The customer's server refuses the reply, and the interaction comes back. */
    public Facts failed() {
        publish(
                Topics.REPLY_EVENTS,
                interaction,
                ReplyFailed.newBuilder()
                        .setOrganisationId(organisation)
                        .setReplyId(reply)
                        .setInteractionId(interaction)
                        .setRecipients(List.of("kunde@example.test"))
                        .setEnhancedStatus("5.1.1")
                        .setReason("550 5.1.1 no such mailbox")
                        .setOccurredAt(NOW.plusSeconds(62))
                        .build());
        return publish(
                Topics.INTERACTION_EVENTS,
                InteractionReopened.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interaction)
                        .setAgentId(agent)
                        .setReplyId(reply)
                        .setReason("550 5.1.1 no such mailbox")
                        .setOccurredAt(NOW.plusSeconds(63))
                        .build());
    }

    /** Publishes any event of the organisation. */
    public Facts publish(Topic topic, SpecificRecord event) {
        return publish(topic, organisation, event);
    }

    /** Publishes any event under a key of its own. */
    public Facts publish(Topic topic, String key, SpecificRecord event) {
        EventLog.publish(topic, organisation, key, event);
        return this;
    }
}
