package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.email.EmailReceived;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.demo.Setup;

/** Reads a topic with programs that are not ours, as the README shows. */
class OutsideReaderJourneyTest {

    @TempDir
    private Path folder;

    @Test
    void kcatDecodesOurEventsThroughTheRegistry() throws Exception {
        assumeTrue(isInstalled("kcat"), "SKIPPED: kcat is not installed");
        assumeTrue(run("kcat", "-V").contains("Avro"), "SKIPPED: this kcat was built without Avro, as Debian's is");
        var stack = RunningStack.addresses();
        Mail mail = Mail.from("carla@customer.test");
        receive(mail);

        String read = run(
                "kcat",
                "-b",
                stack.bootstrapServers(),
                "-t",
                "postroom.email-events",
                "-C",
                "-e",
                "-q",
                "-s",
                "value=avro",
                "-r",
                stack.registry().toString());

        assertThat(read).contains("\"organisationId\": \"acme\"").contains(mail.messageId());
    }

    @Test
    void confluentsOwnPackageDecodesOurEventsThroughTheRegistry() throws Exception {
        assumeTrue(isInstalled("node") && isInstalled("npm"), "SKIPPED: node and npm are not installed");
        var stack = RunningStack.addresses();
        Mail mail = Mail.from("carla@customer.test");
        LoggedEvent<EmailReceived> received = receive(mail);
        Path script = folder.resolve("read-event.cjs");
        try (var resource = Objects.requireNonNull(getClass().getResourceAsStream("/read-event.cjs"))) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "install", "--silent", "--no-save", "--prefix", folder.toString(), "@confluentinc/schemaregistry@1");

        String read = run(
                "node",
                script.toString(),
                stack.registry().toString(),
                received.topic(),
                Base64.getEncoder().encodeToString(valueOf(received)));

        assertThat(read).contains("\"organisationId\":\"acme\"").contains(mail.messageId());
    }

    private static LoggedEvent<EmailReceived> receive(Mail mail) throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.deliver(mail.to(Setup.ACME.address()));
            return acme.log()
                    .await(
                            EmailReceived.class,
                            ContactCentre.PATIENCE,
                            event -> mail.messageId().equals(event.getMessageId()));
        }
    }

    private static byte[] valueOf(LoggedEvent<?> event) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RunningStack.addresses().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(event.topic(), event.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, event.offset());
            return consumer.poll(Duration.ofSeconds(30))
                    .records(partition)
                    .getFirst()
                    .value();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
