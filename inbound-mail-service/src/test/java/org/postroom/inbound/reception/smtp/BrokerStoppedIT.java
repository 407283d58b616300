package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainKey;
import static org.postroom.inbound.reception.smtp.Fixtures.verified;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.email.EmailReceived;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.registry.http.SchemaRegistry;
import org.postroom.runtime.kafka.EventPublisher;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;
import org.postroom.testkit.Parts;
import org.postroom.testkit.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A broker of its own, which is stopped and started again while mail arrives. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class BrokerStoppedIT {

    private static final String MAIL =
            "From: <ann@example.org>\r\nSubject: x\r\nMessage-ID: <1@example.org>\r\n\r\nHello";

    @TempDir
    static Path folder;

    private static LocalBroker broker;
    private static SchemaRegistry registry;

    @Autowired
    SmtpListener listener;

    @Autowired
    EventPublisher publisher;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) throws Exception {
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicProvisioner(admin, new TopicSettings(1, (short) 1, Map.of())).provision();
        }
        registry = SchemaRegistry.start(broker.bootstrapServers(), 0);
        new SchemaRegistration(new RegistryClient(RegistrySettings.of(registry.url()))).registerAll();
        Standings.complete(broker.bootstrapServers(), registry.url());
        properties.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
        properties.add("spring.kafka.properties[schema.registry.url]", registry::url);
        properties.add("spring.kafka.producer.properties[delivery.timeout.ms]", () -> "3000");
        properties.add("spring.kafka.producer.properties[request.timeout.ms]", () -> "1000");
        properties.add(
                "postroom.message-store.directory",
                () -> folder.resolve("messages").toString());
        properties.add("postroom.message-store.master-key", Parts::messageStoreKey);
        properties.add("postroom.inbound.smtp.port", () -> "0");
        properties.add("logging.structured.format.console", () -> "");
        properties.add("logging.level.root", () -> "warn");
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> Parts.identity().issuer());
    }

    @AfterAll
    static void stop() throws Exception {
        registry.close();
        broker.close();
    }

    @Test
    void leavesMailWithItsSenderWhileTheBrokerIsAwayAndTakesTheRetryUnderTheSameIdentifier() throws Exception {
        publish(Topics.STANDINGS, domainKey("acme", "support.acme.test"), verified("acme", "support.acme.test"));
        publish(
                Topics.CONFIGURATION,
                addressKey("acme", "support.acme.test", "help"),
                address("acme", "support.acme.test", "help"));
        await().atMost(Duration.ofSeconds(30)).until(() -> deliver().startsWith("250"));
        String before = deliver();
        int port = broker.port();
        broker.close();

        String refused = deliver();

        assertThat(refused).startsWith("451 4.3.0");
        broker = LocalBroker.start(folder.resolve("kafka"), port);
        String accepted =
                await().atMost(Duration.ofSeconds(60)).until(this::deliver, answer -> answer.startsWith("250"));
        assertThat(accepted).isEqualTo(before);
        assertThat(emailIds()).isNotEmpty().containsOnly(accepted.substring("250 2.0.0 queued as ".length()));
    }

    private String deliver() throws IOException {
        return MailClient.deliver(listener.port(), List.of("help@support.acme.test"), MAIL);
    }

    private void publish(Topic topic, String key, SpecificRecord event) {
        publisher.publish(topic, "acme", key, event).join();
    }

    private static List<String> emailIds() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "specific.avro.reader", true);
        var values = new PostroomAvroDeserializer();
        values.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            var partition = new TopicPartition(Topics.EMAIL_EVENTS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> ids = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(entry -> ids.add(((EmailReceived) entry.value()).getEmailId()));
            }
            return ids;
        }
    }
}
