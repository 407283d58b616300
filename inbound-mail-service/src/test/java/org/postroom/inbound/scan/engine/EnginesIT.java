package org.postroom.inbound.scan.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Engine;
import org.postroom.inbound.scan.Engines;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.Scan.Outcome;
import org.postroom.inbound.scan.ScannedMail;

/** Debian's Rspamd and ClamAV, as we ask them. */
@EnabledIf(
        value = "org.postroom.inbound.scan.Engines#arePresent",
        disabledReason =
                "rspamd and clamav-daemon are not there and cannot be fetched, which takes Debian and its package server")
class EnginesIT {

    private static final String HEADER = "From: ann@example.org\r\nSubject: x\r\nMessage-ID: <1@example.org>\r\n";
    private static final String PLAIN = HEADER + "\r\nHello\r\n";
    private static final String SPAM = HEADER + "\r\n" + Engines.GTUBE + "\r\n";
    private static final String VIRUS = HEADER + """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b

            See the attachment.
            --b
            Content-Type: application/octet-stream; name=a.com
            Content-Transfer-Encoding: base64

            %s
            --b--
            """.replace("\n", "\r\n").formatted(base64(Engines.EICAR));

    @TempDir
    static Path folder;

    private static Engines rspamd;
    private static Engines clamd;

    @BeforeAll
    static void start() throws IOException {
        rspamd = Engines.rspamd(Files.createDirectory(folder.resolve("rspamd")));
        clamd = Engines.clamd(Files.createDirectory(folder.resolve("clamd")));
    }

    @AfterAll
    static void stop() {
        rspamd.close();
        clamd.close();
    }

    @Test
    void findsSpamByRspamd() throws Exception {
        assertThat(rspamd().ask(mail(SPAM)))
                .isEqualTo(new Answer.Found(new Scan(Outcome.SPAM, "rspamd", OptionalDouble.of(15), List.of("GTUBE"))));
        assertThat(rspamd().ask(mail(PLAIN)))
                .isEqualTo(new Answer.Found(new Scan(Outcome.CLEAN, "rspamd", OptionalDouble.of(0), List.of())));
    }

    @Test
    void tellsRspamdTheEnvelope() throws Exception {
        rspamd().ask(new ScannedMail(
                "transaction-7",
                "192.0.2.7",
                "mail.example.org",
                "bounces@example.org",
                List.of("help@acme.test", "sales@acme.test"),
                PLAIN.length(),
                () -> stream(PLAIN)));

        await().untilAsserted(() -> assertThat(Files.readString(folder.resolve("rspamd/rspamd.log")))
                .contains("qid: <transaction-7>")
                .contains("ip: 192.0.2.7")
                .contains("from: <bounces@example.org>")
                .contains("rcpts: <help@acme.test,sales@acme.test>"));
    }

    @Test
    void asksRspamdWhateverTheEnvelopeHolds() throws Exception {
        var hostile = new ScannedMail(
                "t",
                "2001:db8::1",
                "a\r\nAction: x\u0000",
                "gr\u00fc\u00dfe@example.org",
                List.of("\u0000"),
                PLAIN.length(),
                () -> stream(PLAIN));

        assertThat(found(rspamd().ask(hostile)).outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(found(rspamd().ask(mail(""))).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsAVirusByClamAv(boolean overNetwork) throws Exception {
        Engine engine = clamd(overNetwork);

        assertThat(engine.ask(mail(VIRUS)))
                .isEqualTo(new Answer.Found(Scan.of(Outcome.VIRUS, "clamav", "Postroom.Test.Eicar.UNOFFICIAL")));
        assertThat(engine.ask(mail(PLAIN))).isEqualTo(new Answer.Found(Scan.of(Outcome.CLEAN, "clamav")));
        assertThat(engine.ask(mail(""))).isEqualTo(new Answer.Found(Scan.of(Outcome.CLEAN, "clamav")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 64})
    void saysThatAMailIsTooLargeForClamAv(int megabytes) throws Exception {
        long size = megabytes * 1024L * 1024;
        var large = new ScannedMail(
                "t",
                "192.0.2.7",
                "x",
                "",
                List.of(),
                size,
                () -> new SequenceInputStream(stream(PLAIN), new Endless(size)));

        assertThat(clamd(true).ask(large)).isEqualTo(new Answer.TooLarge());
        assertThat(clamd(false).ask(large)).isEqualTo(new Answer.TooLarge());
    }

    @Test
    void failsWhereNobodyListensOrSomethingElseAnswers() throws Exception {
        try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!other.isClosed()) {
                    try (var client = other.accept()) {
                        client.getOutputStream().write("220 mx.example ESMTP\r\n".getBytes(US_ASCII));
                        client.shutdownOutput();
                        client.getInputStream().readNBytes(100);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            assertThatThrownBy(() ->
                            clamd("tcp://127.0.0.1:" + other.getLocalPort()).ask(mail(PLAIN)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> rspamd(other.getLocalPort()).ask(mail(PLAIN)))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> clamd("unix:/nowhere/clamd.ctl").ask(mail(PLAIN)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> rspamd(1).ask(mail(PLAIN))).isInstanceOf(IOException.class);
    }

    @Test
    void passesOnThatTheMailItselfCannotBeRead() {
        var unreadable = new ScannedMail("t", "192.0.2.7", "x", "", List.of(), 10, () -> {
            throw new IOException("the store is away");
        });

        assertThatThrownBy(() -> clamd(true).ask(unreadable)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> rspamd().ask(unreadable)).isInstanceOf(IOException.class);
    }

    private static Engine rspamd() {
        return rspamd(rspamd.port());
    }

    private static Engine rspamd(int port) {
        return new Rspamd(
                URI.create("http://127.0.0.1:" + port + "/checkv2"), Optional.of("word"), Duration.ofSeconds(20));
    }

    private static Engine clamd(boolean overNetwork) {
        return clamd(overNetwork ? "tcp://127.0.0.1:" + clamd.port() : "unix:" + folder.resolve("clamd/clamd.ctl"));
    }

    private static Engine clamd(String address) {
        return new Clamd(ClamdAddress.of(address));
    }

    private static ScannedMail mail(String content) {
        return new ScannedMail(
                "t",
                "192.0.2.7",
                "mail.example.org",
                "ann@example.org",
                List.of("help@acme.test"),
                content.length(),
                () -> stream(content));
    }

    private static Scan found(Answer answer) {
        return ((Answer.Found) answer).scan();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    /** Many bytes that lie nowhere. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int given = (int) Math.min(length, left);
            left -= given;
            return given > 0 ? given : -1;
        }
    }
}
