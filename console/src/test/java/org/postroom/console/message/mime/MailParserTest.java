package org.postroom.console.message.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.postroom.console.message.MailContent;

class MailParserTest {

    @Test
    void findsBothBodiesThePictureAndTheAttachment() throws IOException {
        MailContent mail;
        try (InputStream raw = Files.newInputStream(Path.of("src/test/resources/mails/with-attachment.eml"))) {
            mail = MailParser.parse(raw);
        }

        assertThat(mail.text()).contains("Schöne Grüße");
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("Schöne Grüße"));
        assertThat(mail.parts())
                .extracting(MailContent.Part::fileName, MailContent.Part::mediaType, MailContent.Part::shownInText)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("logo.png", "image/png", true),
                        org.assertj.core.groups.Tuple.tuple("Rechnung März.pdf", "application/pdf", false));
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(part -> assertThat(part.number()).isEqualTo(1));
    }

    @Test
    void readsAMailWithoutAnyMimeHeader() throws IOException {
        assertThat(parse("From: a@b.test\r\n\r\nHello\r\n").text()).contains("Hello\r\n");
    }

    @Test
    void readsACharsetThatNobodyKnowsAsUtf8() throws IOException {
        assertThat(parse("Content-Type: text/plain; charset=x-nobody\r\n\r\nGrüße")
                        .text())
                .contains("Grüße");
    }

    @Test
    void treatsTextThatIsSentAsAnAttachmentAsOne() throws IOException {
        MailContent mail = parse("""
                Content-Type: text/html
                Content-Disposition: attachment; filename="../page.html"

                <script>alert(1)</script>""");

        assertThat(mail.html()).isEmpty();
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(part -> assertThat(part.fileName()).isEqualTo("_page.html"));
    }

    @Test
    void handsAForwardedMailOutWhole() throws IOException {
        MailContent mail = parse("""
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                See below
                --x
                Content-Type: message/rfc822

                Subject: inner

                Inner text
                --x--
                """);

        assertThat(mail.text()).hasValueSatisfying(text -> assertThat(text).contains("See below"));
        assertThat(mail.attachments()).singleElement().satisfies(part -> {
            assertThat(part.fileName()).isEqualTo("message.eml");
            assertThat(new String(part.content(), StandardCharsets.UTF_8)).contains("Subject: inner", "Inner text");
        });
    }

    @Test
    void survivesPartsInsidePartsWithoutEnd() throws IOException {
        var mail = new StringBuilder("Subject: deep\r\n");
        for (int depth = 0; depth < 500; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }

        assertThat(parse(mail.toString()).parts()).isEmpty();
    }

    private static MailContent parse(String raw) throws IOException {
        return MailParser.parse(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
