package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.local.deadletters.DeadLetter;
import org.postroom.local.deadletters.RoutingLetters;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that we answered for ends in an event also where nobody can decide upon it, and can be given back. */
@PostroomIT
class UndecidedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MINUTES = 300;

    @Autowired
    private MeterRegistry meters;

    private final RoutingLetters letters = new RoutingLetters(Parts.broker().bootstrapServers());

    @Test
    void endsAMailThatCannotBeDecidedUponInAnEventWithItsReason() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        double counted = counted();

        var onItsWay = undecidable(acme);
        EventLog.publish(Topics.EMAIL_EVENTS, acme.id(), onItsWay);
        var inTheJournal = undecidable(acme);
        EventLog.publish(Topics.ROUTING_JOURNAL, acme.id(), inTheJournal);
        acme.threaded(acme.receives("Another question", List.of()));

        assertThat(endOf(onItsWay)).isEqualTo(DiscardReason.DECISION_FAILED);
        assertThat(endOf(inTheJournal)).isEqualTo(DiscardReason.DECISION_FAILED);
        assertThat(counted()).isGreaterThanOrEqualTo(counted + 2);
        assertThat(lettersOf(acme))
                .extracting(DeadLetter::event)
                .containsExactlyInAnyOrder("EmailReceived", "EmailReceived");
    }

    @Test
    void doesNotLetACommandComeLate() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var command = new AcceptInteraction(acme.id(), UUID.randomUUID().toString(), "anna", "", Instant.now());
        EventLog.publish(Topics.ROUTING_COMMANDS, acme.id(), command);

        var refused = EventLog.of(Topics.INTERACTION_EVENTS)
                .await(RoutingCommandRejected.class, each -> each.getCommandId().equals(command.getCommandId()));
        var letter = lettersOf(acme).getFirst();

        assertThat(refused.getReason()).contains("broke off");
        assertThat(letters.retry(letter.id()).done()).isFalse();
        assertThat(letters.discard(letter.id(), "the agent has done it again").done())
                .isTrue();
        assertThat(lettersOf(acme)).isEmpty();
    }

    @Test
    void decidesUponAMailThatIsGivenBack() throws Exception {
        var acme = Organisation.with(MINUTES, 1, "anna");
        acme.threaded(acme.receives("A question", List.of()));
        var registry = new RegistryClient(RegistrySettings.of(Parts.registryUrl()));
        int present = registry.register("undecided-it", madeUp("Before"), false);
        var mail = mail(acme, "help");
        publish(acme, bytes(present + 1, mail));
        await().atMost(PATIENCE).until(() -> !lettersOf(acme).isEmpty());
        var letter = lettersOf(acme).getFirst();

        // when the release that wrote it has registered its schema
        int registered = registry.register("undecided-it-later", evolved(), false);
        assertThat(registered).isEqualTo(present + 1);
        var outcome = letters.retry(letter.id());

        assertThat(outcome.done()).isTrue();
        assertThat(acme.threaded(mail.getEmailId()).getNewInteraction()).isTrue();
        assertThat(lettersOf(acme)).isEmpty();
    }

    private double counted() {
        return meters.find("postroom.dead.letters").counters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }

    private List<DeadLetter> lettersOf(Organisation organisation) {
        return letters.list().stream()
                .filter(letter -> letter.about().equals(organisation.id()))
                .toList();
    }

    private static DiscardReason endOf(EmailReceived mail) {
        return EventLog.of(Topics.INTERACTION_EVENTS)
                .await(EmailDiscarded.class, end -> end.getEmailId().equals(mail.getEmailId()))
                .getReason();
    }

    /** An address of ours without an identifier, which reception never writes. */
    private static EmailReceived undecidable(Organisation organisation) {
        return mail(organisation, "");
    }

    private static EmailReceived mail(Organisation organisation, String addressId) {
        var emailId = UUID.randomUUID().toString();
        return EmailReceived.newBuilder()
                .setOrganisationId(organisation.id())
                .setEmailId(emailId)
                .setRecipients(List.of(new AddressedTo(addressId, "help@support.acme.test")))
                .setEnvelopeSender("customer@example.com")
                .setFrom(new MailAddress("customer@example.com", "A. Customer"))
                .setSubject("A question")
                .setMessageId(emailId + "@example.com")
                .setReferences(List.of())
                .setMessage(new MessageReference(organisation.id() + "/raw", 1L, "00"))
                .setAutomation(AutomationMarker.NONE)
                .setClientAddress("192.0.2.1")
                .setClientName("mail.example.com")
                .setOccurredAt(Instant.now())
                .build();
    }

    private static Schema madeUp(String name) {
        return new Schema.Parser()
                .parse("{'type':'record','name':'%s','fields':[]}"
                        .formatted(name)
                        .replace('\'', '"'));
    }

    /** What a later release might write: the same, described otherwise. */
    private static Schema evolved() {
        var evolved = new Schema.Parser().parse(EmailReceived.getClassSchema().toString());
        evolved.addProp("since", "a later release");
        return evolved;
    }

    private static byte[] bytes(int schema, EmailReceived mail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(0);
        out.writeInt(schema);
        ByteBuffer encoded = mail.toByteBuffer();
        // without Avro's own header of two bytes of mark and eight of fingerprint
        encoded.position(10);
        var body = new byte[encoded.remaining()];
        encoded.get(body);
        out.write(body);
        return bytes.toByteArray();
    }

    private static void publish(Organisation organisation, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.EMAIL_EVENTS.name(), organisation.id(), value))
                    .get();
        }
    }
}
