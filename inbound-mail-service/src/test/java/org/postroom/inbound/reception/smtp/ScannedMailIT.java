package org.postroom.inbound.reception.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainId;
import static org.postroom.inbound.reception.smtp.Fixtures.verified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.EmailReceived;
import org.postroom.inbound.scan.Engines;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** From a mail to its event, by the engines that the settings name. */
@EnabledIf(
        value = "org.postroom.inbound.scan.Engines#arePresent",
        disabledReason =
                "rspamd and clamav-daemon are not there and cannot be fetched, which takes Debian and its package server")
@PostroomIT
@TestPropertySource(properties = "postroom.inbound.smtp.port=0")
class ScannedMailIT {

    private static final String DOMAIN = "scanned.test";
    private static final String MAIL = "From: ann@example.org\r\nMessage-ID: <%s@example.org>\r\n";

    @TempDir
    static Path folder;

    private static Engines rspamd;
    private static Engines clamd;

    @Autowired
    SmtpListener listener;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry settings) throws IOException {
        rspamd = Engines.rspamd(Files.createDirectory(folder.resolve("rspamd")));
        clamd = Engines.clamd(Files.createDirectory(folder.resolve("clamd")));
        settings.add("postroom.inbound.scan.rspamd.address", () -> "http://127.0.0.1:" + rspamd.port());
        settings.add("postroom.inbound.scan.clamd.address", () -> "unix:" + folder.resolve("clamd/clamd.ctl"));
    }

    @BeforeAll
    static void configure() {
        Standings.domain("scans", domainId(DOMAIN), verified("scans", DOMAIN));
        EventLog.publish(
                Topics.CONFIGURATION, "scans", addressKey("scans", DOMAIN, "help"), address("scans", DOMAIN, "help"));
    }

    @AfterAll
    static void stop() {
        rspamd.close();
        clamd.close();
    }

    @Test
    void tellsOfAMailThatIsClean() throws Exception {
        EmailReceived received = delivered(MAIL.formatted("clean") + "\r\nHello");

        assertThat(received.getSpamScan().getVerdict()).isEqualTo(ScanVerdict.CLEAN);
        assertThat(received.getSpamScan().getEngine()).isEqualTo("rspamd");
        assertThat(received.getVirusScan()).isEqualTo(scan(ScanVerdict.CLEAN));
        assertThat(received.getWarnings()).isEmpty();
    }

    @Test
    void tellsOfSpam() throws Exception {
        EmailReceived received = delivered(MAIL.formatted("spam") + "\r\n" + Engines.GTUBE);

        assertThat(received.getSpamScan())
                .isEqualTo(new ScanResult(ScanVerdict.SPAM, "rspamd", 15.0, List.of("GTUBE")));
    }

    /** It stands behind the part of a mail that is kept in memory. */
    @Test
    void tellsOfAVirusAtTheEndOfALargeMail() throws Exception {
        String lines = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n".repeat(8 * 1024);
        String eicar = Base64.getEncoder().encodeToString(Engines.EICAR.getBytes(US_ASCII));
        EmailReceived received = delivered(MAIL.formatted("virus")
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + lines
                + "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + eicar + "\r\n--b--");

        assertThat(received.getVirusScan()).isEqualTo(scan(ScanVerdict.VIRUS, "Postroom.Test.Eicar.UNOFFICIAL"));
        assertThat(received.getSpamScan().getVerdict()).isEqualTo(ScanVerdict.CLEAN);
    }

    @Test
    void saysBesideAMailThatItWasTooLargeForTheScanner() throws Exception {
        EmailReceived received = delivered(MAIL.formatted("large") + "\r\n" + "0123456789\r\n".repeat(100_000));

        assertThat(received.getVirusScan()).isEqualTo(scan(ScanVerdict.NOT_KNOWN));
        assertThat(received.getWarnings())
                .containsExactly("The message was not searched for viruses, because it is too large for that.");
    }

    private EmailReceived delivered(String mail) {
        String answer = await().until(
                        () -> MailClient.deliver(listener.port(), List.of("help@" + DOMAIN), mail),
                        said -> said.startsWith("250"));
        String id = answer.substring("250 2.0.0 queued as ".length());
        return EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(id));
    }

    private static ScanResult scan(ScanVerdict verdict, String... reasons) {
        return new ScanResult(verdict, "clamav", null, List.of(reasons));
    }
}
