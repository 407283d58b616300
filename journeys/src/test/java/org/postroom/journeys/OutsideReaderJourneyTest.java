package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.demo.Setup;

/** Reads topics with programs that are not ours, by the lines of the README. */
class OutsideReaderJourneyTest {

    private static final Readme README = Readme.read();

    @TempDir
    private Path folder;

    @Test
    void kcatDecodesOurEventsThroughTheRegistry() throws Exception {
        assumeTrue(isInstalled("kcat"), "kcat is not installed");
        assumeTrue(run("kcat", "-V").contains("Avro"), "this kcat was built without Avro, as Debian's is");
        Mail mail = Mail.from("carla@customer.test");
        String interaction = queued(mail);

        String read = run("sh", "-c", README.commandLine("kcat"));

        assertThat(read).contains("\"organisationId\": \"acme\"").contains(interaction);
    }

    @Test
    void confluentsOwnPackageDecodesOurEventsThroughTheRegistry() throws Exception {
        assumeTrue(isInstalled("node") && isInstalled("npm"), "node and npm are not installed");
        fetch(README.find("npm package `([^`]+)`") + "@1");
        Path script = Files.copy(README.linked("few lines"), folder.resolve("read-event.cjs"));
        Mail mail = Mail.from("carla@customer.test");
        LoggedEvent<EmailReceived> received = receive(mail);

        String read = run(
                "node",
                script.toString(),
                RunningStack.addresses().registry().toString(),
                received.topic(),
                Base64.getEncoder().encodeToString(valueOf(received)));

        assertThat(read).contains("\"organisationId\":\"acme\"").contains(mail.messageId());
    }

    /** Into the test's own folder, npm's cache included, so that no run depends on what another one left. */
    private void fetch(String npmPackage) throws IOException, InterruptedException {
        Process install = start(
                "npm",
                "install",
                "--silent",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--cache=" + folder.resolve("cache"),
                "--prefix=" + folder,
                npmPackage);
        String printed = printed(install);
        assumeTrue(install.waitFor() == 0, "npm cannot fetch " + npmPackage + ": " + printed.strip());
    }

    private static String queued(Mail mail) throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.deliver(mail.to(Setup.ACME.address()));
            String interaction = acme.threaded(mail.to(Setup.ACME.address())).getInteractionId();
            acme.log()
                    .await(
                            InteractionQueued.class,
                            ContactCentre.PATIENCE,
                            event -> interaction.equals(event.getInteractionId()));
            return interaction;
        }
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
        Process process = start(command);
        String printed = printed(process);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
