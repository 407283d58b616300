package org.postroom.outbound.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.MailServer;
import org.postroom.outbound.delivery.SmtpReply;
import org.postroom.outbound.delivery.Transcript;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.network.NetworkGuard;

class AngusSmtpClientTest {

    private static final EmailAddress SENDER = EmailAddress.of("help@acme.test");
    private static final List<EmailAddress> ANNA_AND_BEN =
            List.of(EmailAddress.of("anna@customer.test"), EmailAddress.of("ben@customer.test"));
    private static final String MAIL = "Subject: Hi\r\n\r\nHello\r\n.dot\r\n";

    private final AngusSmtpClient client = client(true);

    @Test
    void writesTheMailAsItIsAndReportsEachAnswer() throws Exception {
        try (var server = ScriptedServer.running("""
                S: 220 mx.customer.test
                C: EHLO sender.acme.test
                S: 250 mx.customer.test
                C: MAIL FROM:<help@acme.test>
                S: 250 ok
                C: RCPT TO:<anna@customer.test>
                S: 250 ok
                C: RCPT TO:<ben@customer.test>
                S: 550-5.1.1 no such
                S: 550 5.1.1 mailbox
                C: DATA
                S: 354 go on
                C: Subject: Hi
                C:\s
                C: Hello
                C: ..dot
                C: .
                S: 250 2.0.0 queued as 42
                """)) {
            var transcript = offer(server, () -> {});

            assertThat(server.deviation()).isEmpty();
            assertThat(transcript)
                    .isEqualTo(new Transcript.Asked(
                            server.address(),
                            null,
                            List.of(
                                    new SmtpReply(250, "250 ok"),
                                    new SmtpReply(550, "550-5.1.1 no such 550 5.1.1 mailbox")),
                            true,
                            new SmtpReply(250, "250 2.0.0 queued as 42")));
        }
    }

    @Test
    void knowsThatTheWholeMailWasHandedOverWhenTheAnswerIsMissing() throws Exception {
        try (var server = ScriptedServer.running(accepting("""
                C: .
                """))) {
            var transcript = (Transcript.Asked) offer(server, () -> {});

            assertThat(transcript.handedOver()).isTrue();
            assertThat(transcript.last()).isNull();
        }
    }

    @Test
    void doesNotHandOverWhatCouldNotBeRecorded() throws Exception {
        try (var server = ScriptedServer.running(accepting("""
                C: .
                S: 250 queued
                """))) {
            var transcript = (Transcript.Asked) offer(server, () -> {
                throw new UncheckedIOException(new IOException("the database is gone"));
            });

            assertThat(transcript.handedOver()).isFalse();
            assertThat(server.deviation())
                    .hasValueSatisfying(line -> assertThat(line).isNotEqualTo("."));
        }
    }

    @Test
    void reportsARefusedSender() throws Exception {
        try (var server = ScriptedServer.running("""
                S: 220 mx.customer.test
                C: EHLO sender.acme.test
                S: 250 mx.customer.test
                C: MAIL FROM:<help@acme.test>
                S: 451 4.7.1 greylisted
                """)) {
            var transcript = (Transcript.Asked) offer(server, () -> {});

            assertThat(transcript.refusal()).isEqualTo(new SmtpReply(451, "451 4.7.1 greylisted"));
            assertThat(transcript.handedOver()).isFalse();
        }
    }

    @Test
    void reportsAServerThatDoesNotGreet() throws Exception {
        try (var server = ScriptedServer.running("S: 554 go away\n")) {
            assertThat(offer(server, () -> {})).isInstanceOf(Transcript.Unreachable.class);
        }
        var nobody = new MailServer("mx.customer.test", "127.0.0.1", 1);
        assertThat(client.offer(nobody, SENDER, ANNA_AND_BEN, mail(), () -> {}))
                .isInstanceOf(Transcript.Unreachable.class);
    }

    @Test
    void goesNowhereInsideOurNetworkAndDoesNotTellWhere() throws Exception {
        try (var server = ScriptedServer.running("S: 220 inner relay\n")) {
            Transcript transcript = client(false).offer(server.address(), SENDER, ANNA_AND_BEN, mail(), () -> {});

            assertThat(transcript)
                    .isEqualTo(new Transcript.OffLimits(
                            "expected a mail server on the public network, but mx.customer.test is not there"));
            assertThat(server.visited()).isFalse();
        }
    }

    private static AngusSmtpClient client(boolean allowPrivate) {
        return new AngusSmtpClient(
                new SmtpSettings("sender.acme.test", Duration.ofSeconds(5), Duration.ofSeconds(5)),
                new NetworkGuard(allowPrivate));
    }

    private Transcript offer(ScriptedServer server, Runnable handOver) {
        return client.offer(server.address(), SENDER, ANNA_AND_BEN, mail(), handOver);
    }

    private static RawMail mail() {
        return new RawMail(MAIL.getBytes(StandardCharsets.US_ASCII));
    }

    private static String accepting(String end) {
        return """
                S: 220 mx.customer.test
                C: EHLO sender.acme.test
                S: 250 mx.customer.test
                C: MAIL FROM:<help@acme.test>
                S: 250 ok
                C: RCPT TO:<anna@customer.test>
                S: 250 ok
                C: RCPT TO:<ben@customer.test>
                S: 250 ok
                C: DATA
                S: 354 go on
                C: Subject: Hi
                C:\s
                C: Hello
                C: ..dot
                """ + end;
    }
}
