package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.inbound.reception.ScanCheck;
import org.postroom.inbound.reception.SpamFinding;
import org.postroom.inbound.reception.VirusFinding;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Engine;
import org.postroom.inbound.scan.Engines;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.Scan.Outcome;
import org.postroom.inbound.scan.ScannedMail;
import org.postroom.inbound.scan.Scanning;
import org.postroom.inbound.scan.WithoutAnswer;

/** What an engine's answer, and its silence, mean for a mail and for its sender. */
class ScanCheckTest {

    private static final List<String> HELP = List.of("help@support.acme.test");
    private static final String MAIL = "From: ann@example.org\r\nMessage-ID: <1@example.org>\r\n\r\nHello";
    private static final String NOT_SEARCHED =
            "The message was not searched for viruses, because the program that does it gave no answer.";

    @TempDir
    Path folder;

    @Test
    void findsNothingButTheTestStringWithoutAnEngine() throws Exception {
        try (var server = new RunningServer(folder)) {
            MailClient.deliver(server.port(), HELP, MAIL);
            MailClient.deliver(server.port(), HELP, MAIL + "\r\n" + Engines.GTUBE);

            assertThat(server.log)
                    .extracting(mail ->
                            mail.finding(SpamFinding.class).orElseThrow().scan())
                    .containsExactly(Scan.of(Outcome.CLEAN, "postroom"), Scan.of(Outcome.SPAM, "postroom", "GTUBE"));
            assertThat(server.log)
                    .allMatch(mail -> mail.finding(VirusFinding.class).isEmpty());
        }
    }

    @Test
    void takesAMailWithAVirusAndSaysSo() throws Exception {
        Scan virus = Scan.of(Outcome.VIRUS, "clamav", "Eicar");
        try (var server = searching(mail -> new Answer.Found(virus), WithoutAnswer.DEFER)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");

            assertThat(server.log.getFirst().finding(VirusFinding.class)).contains(new VirusFinding(virus));
        }
    }

    @Test
    void leavesAMailWithItsSenderWhereTheEngineIsSilent() throws Exception {
        try (var server = searching(ScanCheckTest::never, WithoutAnswer.DEFER)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL))
                    .startsWith("451 4.7.1 The message could not be checked, try again later");

            assertThat(server.log).isEmpty();
            await().until(() -> files() == 0);
            assertThat(verdicts(server, "not_known")).isOne();
        }
    }

    @Test
    void takesAMailAllTheSameWhereThatIsWantedAndSaysThatItWasNotSearched() throws Exception {
        try (var server = searching(ScanCheckTest::never, WithoutAnswer.ACCEPT)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");

            assertThat(server.log.getFirst().facts().warnings()).containsExactly(NOT_SEARCHED);
            assertThat(server.log.getFirst().finding(VirusFinding.class))
                    .contains(new VirusFinding(Scan.of(Outcome.NOT_KNOWN, "trial")));
        }
    }

    @Test
    void holdsASilenceThatEndsInAnErrorForTheSame() throws Exception {
        try (var server = searching(
                mail -> {
                    throw new IOException("connection refused");
                },
                WithoutAnswer.DEFER)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("451 4.7.1");
        }
    }

    /** It would be too large tomorrow as well, so that a sender would try for days and give up. */
    @Test
    void takesAMailThatIsTooLargeForTheEngineWhateverTheRule() throws Exception {
        try (var server = searching(mail -> new Answer.TooLarge(), WithoutAnswer.DEFER)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("250 2.0.0");

            assertThat(server.log.getFirst().facts().warnings())
                    .containsExactly("The message was not searched for viruses, because it is too large for that.");
        }
    }

    @Test
    void asksASenderToComeAgainWhereTheEngineWantsThat() throws Exception {
        try (var server = searching(mail -> new Answer.Later(), WithoutAnswer.ACCEPT)) {
            assertThat(MailClient.deliver(server.port(), HELP, MAIL)).startsWith("451 4.7.1");
            assertThat(verdicts(server, "deferred")).isOne();
        }
    }

    private RunningServer searching(Trial trial, WithoutAnswer rule) throws Exception {
        var scanning = new Scanning(trial, Duration.ofMillis(300), rule);
        return new RunningServer(folder, checks -> checks.ofContent(ScanCheck.forViruses(scanning)));
    }

    private static Answer never(ScannedMail mail) throws InterruptedException {
        new CountDownLatch(1).await();
        return new Answer.TooLarge();
    }

    private static double verdicts(RunningServer server, String verdict) {
        return server.meters
                .counter("postroom.inbound.checks", "stage", "content", "check", "virus-scan", "verdict", verdict)
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

    @FunctionalInterface
    private interface Trial extends Engine {

        @Override
        default String name() {
            return "trial";
        }
    }
}
