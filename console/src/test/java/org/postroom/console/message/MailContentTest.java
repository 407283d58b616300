package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.mail.reading.Section;

class MailContentTest {

    private static final MailReader READER = new MailReader(ReadingLimits.TEXT);

    @Test
    void findsBothBodiesThePictureAndTheAttachment() throws IOException {
        MailContent mail;
        try (InputStream raw = Files.newInputStream(Path.of("src/test/resources/mails/with-attachment.eml"))) {
            mail = MailContent.of(READER.read(raw));
        }

        assertThat(mail.body()).singleElement().satisfies(section -> {
            assertThat(((Section.Written) section).text()).contains("Schöne Grüße");
            assertThat(((Section.Written) section).html()).contains("Schöne Grüße");
        });
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
        assertThat(shown(parse("From: a@b.test\r\n\r\nHello\r\n"))).contains("Hello\r\n");
    }

    @Test
    void readsACharsetThatNobodyKnowsAsUtf8() throws IOException {
        assertThat(shown(parse("Content-Type: text/plain; charset=x-nobody\r\n\r\nGrüße")))
                .contains("Grüße");
    }

    @Test
    void treatsTextThatIsSentAsAnAttachmentAsOne() throws IOException {
        MailContent mail = parse("""
                Content-Type: text/html
                Content-Disposition: attachment; filename="../page.html"

                <script>alert(1)</script>""");

        assertThat(mail.body()).isEmpty();
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

        assertThat(shown(mail)).contains("See below");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(part -> assertThat(part.fileName()).isEqualTo("message.eml"));
    }

    @Test
    void survivesPartsInsidePartsWithoutEnd() throws IOException {
        var mail = new StringBuilder("Subject: deep\r\n");
        for (int depth = 0; depth < 500; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }

        assertThat(parse(mail.toString()).parts()).isEmpty();
    }

    @Test
    void saysWhatOfTheContentIsNotAsItWasMeant() throws IOException {
        MailContent mail = parse("Content-Type: multipart/mixed; boundary=\"aaa\"\r\n\r\nThe text stands here.\r\n");

        assertThat(shown(mail)).contains("read as text").contains("The text stands here.");
    }

    @Test
    void letsNoHtmlSwallowTheTextAfterIt() throws IOException {
        MailContent mail = parse("""
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html

                <table><tr><td><style>
                --x
                Content-Type: text/plain

                Please <b>cancel</b>
                --x--
                """);

        assertThat(shown(mail)).contains("Please &lt;b&gt;cancel&lt;/b&gt;").doesNotContain("<style");
    }

    private static String shown(MailContent mail) {
        return new ShownBody(mail, number -> "/pictures/" + number, RemotePictures.notShown()).html();
    }

    private static MailContent parse(String raw) throws IOException {
        return MailContent.of(READER.read(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }
}
