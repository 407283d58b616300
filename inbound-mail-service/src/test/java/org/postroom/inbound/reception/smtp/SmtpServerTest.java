package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.ReceivedMail;

class SmtpServerTest {

    private static final List<String> HELP = List.of("help@support.acme.test");
    private static final String MAIL = "Subject: x\r\nMessage-ID: <1@example.org>\r\n\r\nHello";

    @TempDir
    Path folder;

    @Test
    void leavesTheMailWithItsSenderWhenTheLogDoesNotAcknowledge() throws Exception {
        try (var server = new RunningServer(folder)) {
            server.acknowledgement = done -> CompletableFuture.failedFuture(new IOException("no broker"));
            String refused = MailClient.deliver(server.port(), HELP, MAIL);
            server.acknowledgement = done -> done;
            String accepted = MailClient.deliver(server.port(), HELP, MAIL);

            assertThat(refused).startsWith("451 4.3.0");
            assertThat(accepted).startsWith("250 2.0.0");
            assertThat(server.log).extracting(ReceivedMail::emailId).hasSize(2).containsOnly(accepted.substring(20));
            assertThat(mails(server, "deferred", "log_unavailable")).isOne();
            assertThat(mails(server, "accepted", "none")).isOne();
        }
    }

    @Test
    void knowsAMailAgainThatComesByAnotherHostOfItsSenders() throws Exception {
        String trace = "Received: from a.example by b.example;\r\n\tSun, 22 Nov 2026 10:00:0%d +0000\r\n";
        try (var server = new RunningServer(folder)) {
            MailClient.deliver(server.port(), HELP, trace.formatted(1) + MAIL);
            MailClient.deliver(server.port(), HELP, "RECEIVED: from c.example\r\n" + trace.formatted(2) + MAIL);
            MailClient.deliver(server.port(), HELP, trace.formatted(1) + MAIL + "!");

            assertThat(server.log.get(1).emailId())
                    .isEqualTo(server.log.get(0).emailId())
                    .isNotEqualTo(server.log.get(2).emailId());
        }
    }

    @Test
    void namesTheProtocolOfAnInternationalMailInItsTrace() throws Exception {
        try (var server = new RunningServer(folder);
                var client = new MailClient(server.port())) {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<ann@example.org> SMTPUTF8");
            client.say("RCPT TO:<help@support.acme.test>");
            client.say("DATA");
            assertThat(client.say(MAIL + "\r\n.")).startsWith("250");
            client.deliver(HELP, MAIL);

            assertThat(server.stored(server.log.get(0))).contains("with UTF8SMTP id");
            assertThat(server.stored(server.log.get(1))).contains("with ESMTP id");
        }
    }

    @Test
    void waitsForTheAcknowledgementBeforeItAnswers() throws Exception {
        try (var server = new RunningServer(folder);
                var client = new MailClient(server.port());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var acknowledged = new CompletableFuture<ReceivedMail>();
            server.acknowledgement = done -> acknowledged;
            client.say("EHLO client.example");

            var answer = executor.submit(() -> client.deliver(HELP, MAIL));
            await().until(() -> server.log.size() == 1);
            assertThat(answer).isNotDone();
            acknowledged.complete(server.log.getFirst());

            assertThat(answer.get()).startsWith("250");
        }
    }

    @Test
    void provesARedirectWithTheFirstMailThatWasWrittenToTheDomainItself() throws Exception {
        List<String> redirected = List.of("help.0123456789abcdef@in.postroom.test");
        try (var server = new RunningServer(folder)) {
            String direct = MailClient.deliver(server.port(), List.of("help@new.acme.test"), MAIL);
            String byHand = MailClient.deliver(server.port(), redirected, "To: someone@else.test\r\n" + MAIL);
            assertThat(server.proven).isEmpty();
            String byRule = MailClient.deliver(server.port(), redirected, "To: Help <HELP@New.Acme.test>\r\n" + MAIL);

            assertThat(direct).startsWith("450 4.7.1");
            assertThat(List.of(byHand, byRule)).allMatch(answer -> answer.startsWith("250 2.0.0"));
            assertThat(server.proven).containsExactly("new.acme.test");
            assertThat(server.log)
                    .extracting(mail -> mail.recipients().getFirst().addressId())
                    .containsExactly("a9", "a9");
        }
    }

    @Test
    void takesMailForAnAddressWithADetailAndForWhoeverIsCaught() throws Exception {
        try (var server = new RunningServer(folder)) {
            List<String> recipients = List.of("Team+invoice-7@open.test", "whoever@open.test", "rest+x@open.test");

            assertThat(MailClient.deliver(server.port(), recipients, MAIL)).startsWith("250 2.0.0");

            assertThat(server.log)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.recipients())
                            .extracting(AcceptedRecipient::addressId, AcceptedRecipient::address)
                            .containsExactly(
                                    tuple("o1", "Team+invoice-7@open.test"), tuple("o2", "whoever@open.test")));
            assertThat(MailClient.deliver(server.port(), List.of("help+x@support.acme.test"), MAIL))
                    .as("an address takes no details unless its administrator says so")
                    .startsWith("550 5.1.1");
        }
    }

    @Test
    void leavesTheMailOfASuspendedOrganisationWithItsSender() throws Exception {
        try (var server = new RunningServer(folder)) {
            assertThat(MailClient.deliver(server.port(), List.of("help@asleep.test"), MAIL))
                    .startsWith("450 4.7.1");
            assertThat(server.log).isEmpty();
        }
    }

    @Test
    void leavesNothingBehindWhenTheClientGoesAwayInTheMiddle() throws Exception {
        try (var server = new RunningServer(folder)) {
            try (var client = new MailClient(server.port())) {
                client.say("EHLO client.example");
                client.say("MAIL FROM:<ann@example.org>");
                client.say("RCPT TO:<help@support.acme.test>");
                client.say("DATA");
                client.send("Subject: half\r\n");
                await().until(() -> memory(server) > 0);
            }

            await().until(() -> memory(server) == 0 && files() == 0);
            assertThat(mails(server, "abandoned", "disconnected")).isOne();
            assertThat(server.log).isEmpty();
        }
    }

    @Test
    void letsMailThatIsComingInFinishWhenItStopsAndSendsTheOthersAway() throws Exception {
        try (var server = new RunningServer(folder);
                var busy = new MailClient(server.port());
                var idle = new MailClient(server.port());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            busy.say("EHLO client.example");
            busy.say("MAIL FROM:<ann@example.org>");
            busy.say("RCPT TO:<help@support.acme.test>");
            busy.say("DATA");
            var stopped = executor.submit(server::stop);

            assertThat(idle.answer()).startsWith("421 4.3.2");
            assertThat(stopped).isNotDone();
            assertThat(busy.say(MAIL + "\r\n.")).startsWith("250");
            assertThat(busy.answer()).startsWith("421 4.3.2");
            stopped.get();
            assertThat(server.log).hasSize(1);
        }
    }

    @Test
    void sendsAwayWhoComesWhenTooManyAreHere() throws Exception {
        try (var server = new RunningServer(folder, RunningServer.settings(Duration.ofMinutes(5), 2))) {
            try (var first = new MailClient(server.port());
                    var second = new MailClient(server.port())) {
                assertThat(first.say("NOOP")).startsWith("250");
                assertThat(MailClient.greeting(server.port())).startsWith("421 4.7.0");
                assertThat(second.say("NOOP")).startsWith("250");
            }

            await().until(() -> MailClient.greeting(server.port()).startsWith("220"));
        }
    }

    @Test
    void sendsAwayWhoSaysNothing() throws Exception {
        try (var server = new RunningServer(folder, RunningServer.settings(Duration.ofSeconds(1), 10));
                var client = new MailClient(server.port())) {
            assertThat(client.answer()).startsWith("421 4.4.2");
            assertThat(client.answer()).isEmpty();
        }
    }

    private static double memory(RunningServer server) {
        return server.meters.get("postroom.inbound.memory").gauge().value();
    }

    private static double mails(RunningServer server, String outcome, String reason) {
        return server.meters
                .counter("postroom.inbound.mails", "outcome", outcome, "reason", reason)
                .count();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(".keys")))
                    .count();
        }
    }
}
