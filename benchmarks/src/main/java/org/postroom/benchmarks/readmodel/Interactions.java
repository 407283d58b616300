package org.postroom.benchmarks.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/** Writes what becomes of mails, each in five events, to ten organisations. */
final class Interactions implements AutoCloseable {

    /** How many events each interaction has. */
    static final int EVENTS = 5;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ORGANISATIONS = 10;

    private final KafkaProducer<String, Object> producer;
    private final PostroomAvroSerializer values = new PostroomAvroSerializer();
    private @Nullable Future<RecordMetadata> last;
    private int written;

    Interactions(Map<String, Object> settings) {
        values.configure(settings, false);
        producer = new KafkaProducer<>(settings, new StringSerializer(), values);
    }

    /** How many events were written so far. */
    int events() {
        return written * EVENTS;
    }

    /** Writes one interaction from the mail's arrival to its end. */
    void write() {
        int number = written++;
        String organisation = "organisation-" + number % ORGANISATIONS;
        String id = "01920000-0000-7000-8000-%012d".formatted(number);
        send(Topics.EMAIL_EVENTS, organisation, received(organisation, id));
        send(Topics.INTERACTION_EVENTS, organisation, threaded(organisation, id));
        send(Topics.INTERACTION_EVENTS, organisation, queued(organisation, id));
        send(Topics.INTERACTION_EVENTS, organisation, accepted(organisation, id));
        send(Topics.INTERACTION_EVENTS, organisation, closed(organisation, id));
    }

    /** Returns once the broker has all. */
    void settle() {
        producer.flush();
        if (last != null && last.state() == Future.State.FAILED) {
            throw new IllegalStateException("expected the broker to take all, but it did not", last.exceptionNow());
        }
    }

    @Override
    public void close() {
        producer.close();
        values.close();
    }

    private static EmailReceived received(String organisation, String id) {
        return EmailReceived.newBuilder()
                .setOrganisationId(organisation)
                .setEmailId(id)
                .setRecipients(List.of(AddressedTo.newBuilder()
                        .setAddressId("address")
                        .setAddress("help@support.example.test")
                        .build()))
                .setEnvelopeSender("customer@example.test")
                .setFrom(customer())
                .setSubject("The invoice of last month")
                .setMessage(MessageReference.newBuilder()
                        .setKey(organisation + "/" + id)
                        .setSize(5_000)
                        .setSha256("0".repeat(64))
                        .build())
                .setClientAddress("192.0.2.1")
                .setClientName("mx.example.test")
                .setOccurredAt(NOW)
                .build();
    }

    private static EmailThreaded threaded(String organisation, String id) {
        return EmailThreaded.newBuilder()
                .setOrganisationId(organisation)
                .setEmailId(id)
                .setConversationId(id)
                .setInteractionId(id)
                .setNewInteraction(true)
                .setRule(ThreadingRule.NEW_CONVERSATION)
                .setOccurredAt(NOW)
                .build();
    }

    private static InteractionQueued queued(String organisation, String id) {
        return InteractionQueued.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(id)
                .setConversationId(id)
                .setEmailId(id)
                .setAddressId("address")
                .setQueueId("queue")
                .setCustomer(customer())
                .setSubject("The invoice of last month")
                .setReason(QueueReason.EMAIL_RECEIVED)
                .setScore(ScoreParts.newBuilder()
                        .setPriority(10)
                        .setMinutesWaited(0)
                        .setTotal(10)
                        .build())
                .setWaitingSince(NOW)
                .setOccurredAt(NOW)
                .build();
    }

    private static InteractionAccepted accepted(String organisation, String id) {
        return InteractionAccepted.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(id)
                .setAgentId("agent")
                .setWaitedMicros(2_000_000)
                .setOccurredAt(NOW)
                .build();
    }

    private static InteractionClosed closed(String organisation, String id) {
        return InteractionClosed.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(id)
                .setConversationId(id)
                .setReason(CloseReason.ANSWERED)
                .setAgentId("agent")
                .setHandleTimeMicros(58_000_000)
                .setOccurredAt(NOW)
                .build();
    }

    private static MailAddress customer() {
        return MailAddress.newBuilder()
                .setAddress("customer@example.test")
                .setName("A Customer")
                .build();
    }

    private void send(Topic topic, String organisation, SpecificRecord event) {
        int partition = Partitions.partition(
                topic,
                organisation,
                organisation,
                producer.partitionsFor(topic.name()).size());
        var headers = EventHeaders.of("id", event.getSchema().getFullName(), "benchmark", NOW);
        last = producer.send(new ProducerRecord<>(topic.name(), partition, organisation, event, headers));
    }
}
