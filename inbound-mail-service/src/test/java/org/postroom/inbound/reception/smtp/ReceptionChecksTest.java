package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial check of each stage does what it says, by being registered and nothing else. */
class ReceptionChecksTest {

    private static final List<String> HELP = List.of("help@support.acme.test");
    private static final String MAIL =
            "From: ann@example.org\r\nSubject: x\r\nMessage-ID: <1@example.org>\r\n\r\nHello";

    @TempDir
    Path folder;

    @Test
    void marksTheMailsOfAConnection() throws Exception {
        try (var server = new RunningServer(folder, checks -> checks.ofConnection(new TrialChecks.FromThisMachine()))) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");

            assertThat(server.log.getFirst().facts().warnings()).containsExactly("The client is on this machine.");
            assertThat(verdicts(server, "connection", "from-this-machine", "marked"))
                    .isOne();
        }
    }

    @Test
    void refusesAGreetingAndTakesTheNext() throws Exception {
        try (var server = new RunningServer(folder, checks -> checks.ofGreeting(new TrialChecks.OurName()));
                var client = new MailClient(server.port())) {
            assertThat(client.say("EHLO mx.postroom.test")).startsWith("550 5.7.1 You are not us");
            assertThat(client.say("MAIL FROM:<ann@example.org>")).startsWith("503");
            client.say("EHLO client.example");
            assertThat(client.deliver(HELP, MAIL)).startsWith("250 2.0.0");
            assertThat(verdicts(server, "greeting", "our-name", "refused")).isOne();
        }
    }

    @Test
    void refusesASenderForNow() throws Exception {
        try (var server = new RunningServer(folder, checks -> checks.ofSender(new TrialChecks.ComeBackLater()));
                var client = new MailClient(server.port())) {
            client.say("EHLO client.example");
            assertThat(client.say("MAIL FROM:<new@example.org>")).startsWith("451 4.7.1 Come back later");
            assertThat(client.say("RCPT TO:<help@support.acme.test>")).startsWith("503");
            assertThat(verdicts(server, "sender", "come-back-later", "deferred"))
                    .isOne();
        }
    }

    @Test
    void goesOnWhereAnInquiryOverrunsItsBudget() throws Exception {
        var silent = new TrialChecks.SilentServer();
        try (var server = new RunningServer(folder, checks -> checks.ofRecipient(silent))) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");

            assertThat(silent.asked).hasValue(1);
            await().untilTrue(silent.interrupted);
            assertThat(verdicts(server, "recipient", "silent-server", "not_known"))
                    .isOne();
            assertThat(server.log.getFirst().facts().warnings()).isEmpty();
        }
    }

    /** More clients wait than netty has threads. */
    @Test
    void nobodyWaitsForTheInquiriesAboutOthers() throws Exception {
        var slow = new TrialChecks.SlowServer();
        int waiting = 4 * Runtime.getRuntime().availableProcessors();
        try (var server = new RunningServer(folder, checks -> checks.ofSender(slow));
                var sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int number = 0; number < waiting; number++) {
                answers.add(sessions.submit(() -> MailClient.deliver(server.port(), HELP, MAIL)));
            }
            await().until(() -> slow.asked.get() == waiting);

            try (var another = new MailClient(server.port())) {
                assertThat(another.say("EHLO client.example")).startsWith("250");
                assertThat(another.say("NOOP")).startsWith("250");
            }

            slow.answers.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).startsWith("250 2.0.0");
            }
        }
    }

    @Test
    void relaysForNobodyHoweverSlowTheInquiriesAre() throws Exception {
        var silent = new TrialChecks.SilentServer();
        try (var server = new RunningServer(folder, checks -> checks.ofRecipient(silent));
                var client = new MailClient(server.port())) {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<ann@example.org>");
            assertThat(client.say("RCPT TO:<someone@elsewhere.test>")).startsWith("550 5.7.1 Relaying denied");
            assertThat(silent.asked).as("a refusal ends the questions").hasValue(0);
        }
    }

    @Test
    void refusesContentAndLeavesNothingBehind() throws Exception {
        try (var server = new RunningServer(folder, checks -> checks.ofContent(new TrialChecks.ForbiddenSubject()))) {
            String refused = MailClient.deliver(server.port(), HELP, "Subject: Forbidden\r\n\r\nHello");
            assertThat(refused).startsWith("554 5.7.0 Not about this");
            await().until(() -> files() == 0);
            assertThat(server.log).isEmpty();
            assertThat(server.meters
                            .counter("postroom.inbound.mails", "outcome", "refused", "reason", "forbidden_subject")
                            .count())
                    .isOne();

            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");
        }
    }

    private static double verdicts(RunningServer server, String stage, String check, String verdict) {
        return server.meters
                .counter("postroom.inbound.checks", "stage", stage, "check", check, "verdict", verdict)
                .count();
    }

    private long files() throws IOException {
        Path messages = folder.resolve("acme");
        if (Files.notExists(messages)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(messages)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
