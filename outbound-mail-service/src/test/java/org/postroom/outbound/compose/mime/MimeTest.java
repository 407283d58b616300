package org.postroom.outbound.compose.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.outbound.compose.Fixture;
import org.postroom.outbound.compose.Letter;

class MimeTest {

    private final JakartaMailWriter writer = new JakartaMailWriter();
    private final MailReader reader = new MailReader(ReadingLimits.TEXT);

    @Test
    void writesTheMailThatTheGoldenFileShows() throws IOException {
        String written = text(Fixture.aReply().letter());

        assertThat(written.replace("\r\n", "\n")).isEqualTo(golden("reply.eml"));
    }

    @Test
    void writesTheSameOctetsForTheSameLetter() {
        assertThat(text(Fixture.aReply().letter()))
                .isEqualTo(text(Fixture.aReply().letter()));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        Letter letter = Fixture.aReply().letter();

        Message message =
                new DefaultMessageBuilder().parseMessage(writer.write(letter).open());
        var bodies = reader.read(writer.write(letter).open());

        assertThat(message.getSubject()).isEqualTo("Re: Läuft nicht");
        assertThat(message.getFrom().getFirst().getName()).isEqualTo("Acme Support");
        assertThat(message.getMessageId()).isEqualTo("<0190-reply@support.acme.test>");
        assertThat(message.getDate()).isEqualTo(Fixture.NOW);
        assertThat(bodies.text(html -> html).replace("\r\n", "\n")).isEqualTo(letter.text());
        assertThat(bodies.html(text -> text).orElseThrow().replace("\r\n", "\n"))
                .isEqualTo(letter.html());
    }

    @Test
    void leavesNoTraceOfHiddenRecipients() {
        assertThat(text(Fixture.aReply().letter()))
                .doesNotContain("audit@acme.test")
                .doesNotContainIgnoringCase("bcc:");
    }

    @Test
    void writesOnlyShortLinesOfAscii() {
        assertThat(text(Fixture.aReply().letter()).split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998))
                .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*").doesNotContain("\n", "\r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: x@evil.test",
                "Eve\nX-Evil: yes",
                "Eve\rX-Evil: yes",
                "Eve\u2028X-Evil: yes",
                "Ünï\r\n X-Evil: yes",
                "\"Eve\" <x@evil.test>, y"
            })
    void letsNoNameOrSubjectBeginAHeader(String hostile) throws Exception {
        Letter letter = Fixture.aReply().letter();
        var hostileLetter = new Letter(
                letter.messageId(),
                letter.loopMark(),
                letter.envelopeSender(),
                new Mailbox(EmailAddress.of("help@support.acme.test"), hostile),
                letter.replyTo(),
                letter.recipients(),
                org.postroom.mail.HeaderText.onOneLine(hostile),
                letter.inReplyTo(),
                letter.references(),
                letter.date(),
                letter.text(),
                letter.html(),
                true,
                true);

        Message message = new DefaultMessageBuilder()
                .parseMessage(writer.write(hostileLetter).open());

        assertThat(message.getHeader().getField("X-Evil")).isNull();
        assertThat(message.getBcc()).isNull();
        assertThat(message.getFrom())
                .singleElement()
                .satisfies(from -> assertThat(from.getAddress()).isEqualTo("help@support.acme.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no header at all",
                "Content-Type: text/plain; charset=no-such-charset\r\n\r\nhi",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nbroken off",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!"
            })
    void makesTheBestOfMailThatIsNoProperMime(String raw) throws IOException {
        assertThat(reader.read(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))))
                .isNotNull();
    }

    @Test
    void doesNotTakeAnAttachmentForTheText() throws IOException {
        String raw = """
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain
                Content-Disposition: attachment; filename=log.txt

                a log
                --x
                Content-Type: text/plain; charset=ISO-8859-1
                Content-Transfer-Encoding: quoted-printable

                L=E4uft
                --x--
                """;

        var bodies =
                reader.read(new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(bodies.text(html -> html)).isEqualTo("Läuft");
    }

    private String text(Letter letter) {
        return new String(writer.write(letter).octets(), StandardCharsets.US_ASCII);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = MimeTest.class.getResourceAsStream("/compose-cases/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
