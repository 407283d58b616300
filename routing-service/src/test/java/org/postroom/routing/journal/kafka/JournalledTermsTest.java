package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.routing.decision.LaterDecisionVersionException;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.interaction.Customer;
import org.postroom.schemas.catalogue.Topics;

/** Settings that decisions depend on reach them through the journal, and through nothing else. */
class JournalledTermsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Terms SHORT = new Terms(1, new RoutingPolicy(Duration.ofDays(2), Duration.ofHours(1)));

    @TempDir
    private Path state;

    @Test
    void writesTermsThatDifferIntoTheJournalOnce() {
        try (var driver = driver(SHORT)) {
            var journal = journal(driver);
            journal.pipeInput(JournalRecords.ORGANISATION, mail("one"), START);
            journal.pipeInput(JournalRecords.ORGANISATION, mail("two"), START);

            assertThat(named(driver))
                    .containsExactly(new RoutingTermsChanged(
                            JournalRecords.ORGANISATION,
                            1,
                            Duration.ofDays(2).toMillis() * 1000,
                            Duration.ofHours(1).toMillis() * 1000,
                            START));
        }
    }

    @Test
    void decidesByWhatTheJournalNamed() {
        try (var driver = driver(SHORT)) {
            var journal = journal(driver);
            journal.pipeInput(JournalRecords.ORGANISATION, mail("one"), START);
            journal.pipeInput(JournalRecords.ORGANISATION, mail("one"), START.plus(Duration.ofMinutes(59)));
            journal.pipeInput(JournalRecords.ORGANISATION, mail("one"), START.plus(Duration.ofMinutes(61)));

            assertThat(discarded(driver))
                    .extracting(event -> event.getReason().name())
                    .containsExactly("ADDRESS_REMOVED", "REPEATED_DELIVERY", "ADDRESS_REMOVED");
        }
    }

    @Test
    void writesNothingWhereTheJournalIsDecidedUponByThemAlready() {
        try (var driver = driver(Terms.FIRST)) {
            journal(driver).pipeInput(JournalRecords.ORGANISATION, mail("one"), START);

            assertThat(named(driver)).isEmpty();
        }
    }

    @Test
    void stopsInsteadOfSettingAsideWhatALaterReleaseDecidesUpon() {
        try (var driver = driver(Terms.FIRST)) {
            var newest = OrganisationRouting.newestTerms(RoutingPolicy.DEFAULT).decisionVersion();
            var later = JournalRecords.of(
                    new RoutingInput.TermsChanged(new Terms(newest + 1, RoutingPolicy.DEFAULT)), START);

            assertThatThrownBy(() -> journal(driver).pipeInput(JournalRecords.ORGANISATION, later, START))
                    .hasRootCauseInstanceOf(LaterDecisionVersionException.class);
            assertThat(driver.producedTopicNames()).isEmpty();
        }
    }

    private TopologyTestDriver driver(Terms wanted) {
        var settings = new Properties();
        settings.put("state.dir", state.toString());
        var topology = new RoutingTopology(new Events(), wanted, Duration.ofSeconds(1), _ -> {});
        return new TopologyTestDriver(topology.build(), settings);
    }

    private static TestInputTopic<String, Object> journal(TopologyTestDriver driver) {
        return driver.createInputTopic(
                Topics.ROUTING_JOURNAL.name(), new StringSerializer(), new Events().serializer());
    }

    private static List<Object> named(TopologyTestDriver driver) {
        return values(driver, Topics.ROUTING_JOURNAL.name());
    }

    private static List<EmailDiscarded> discarded(TopologyTestDriver driver) {
        return values(driver, Topics.INTERACTION_EVENTS.name()).stream()
                .map(EmailDiscarded.class::cast)
                .toList();
    }

    private static List<Object> values(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new Events().deserializer())
                .readValuesToList();
    }

    /** A mail to an address that nobody configured. */
    private static SpecificRecord mail(String name) {
        var author = new EmailAddress("customer@example.com");
        return JournalRecords.of(
                new RoutingInput.EmailReceived(
                        new EmailId(name),
                        List.of(new AddressId("unknown")),
                        author,
                        Set.of(author),
                        new Customer(author.folded(), null),
                        "A question",
                        null,
                        List.of(),
                        List.of()),
                START);
    }

    /** Events as Avro behind the name of their type: the driver has no registry. */
    private static final class Events implements Serde<Object> {

        private final Serde<Object> both = Serdes.serdeFrom((_, event) -> write(event), (_, bytes) -> read(bytes));

        @Override
        public org.apache.kafka.common.serialization.Serializer<Object> serializer() {
            return both.serializer();
        }

        @Override
        public org.apache.kafka.common.serialization.Deserializer<Object> deserializer() {
            return both.deserializer();
        }

        private static byte[] write(Object event) {
            var out = new ByteArrayOutputStream();
            try {
                var known = (SpecificRecord) event;
                new DataOutputStream(out).writeUTF(known.getClass().getName());
                var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
                new SpecificDatumWriter<>(known.getSchema(), SpecificData.getForClass(known.getClass()))
                        .write(known, encoder);
                return out.toByteArray();
            } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
            }
        }

        private static Object read(byte[] bytes) {
            var in = new ByteArrayInputStream(bytes);
            try {
                var type = Class.forName(new DataInputStream(in).readUTF()).asSubclass(SpecificRecord.class);
                var data = SpecificData.getForClass(type);
                var schema = data.getSchema(type);
                return new SpecificDatumReader<>(schema, schema, data)
                        .read(null, DecoderFactory.get().directBinaryDecoder(in, null));
            } catch (IOException | ClassNotFoundException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }
}
