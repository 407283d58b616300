package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.testkit.MailCase;

/** The page shows every text, every picture and every file of each mail that the reader of mail is tested with. */
class ShownCasesTest {

    static Stream<MailCase> cases() throws IOException, URISyntaxException {
        return MailCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void showsEveryTextAndEveryPart(MailCase mail) throws IOException {
        MailContent content = MailContent.of(new MailReader(ReadingLimits.TEXT).read(mail.open()));
        Document page =
                Jsoup.parse(new ShownBody(content, number -> "/pictures/" + number, RemotePictures.notShown()).html());

        assertThat(mail.words(true))
                .allSatisfy(
                        words -> assertThat(page.text()).contains(words.strip().replaceAll("\\s+", " ")));
        assertThat(content.parts()).allSatisfy(part -> {
            boolean listed = content.attachments().contains(part);
            boolean shown =
                    page.select("img[src=/pictures/" + part.number() + "]").size() == 1;
            assertThat(listed || shown).as(part.fileName()).isTrue();
        });
        assertThat(content.warnings())
                .allSatisfy(warning -> assertThat(page.text()).contains(warning));
        if (mail.expected().get("body") instanceof List<?> body && body.isEmpty()) {
            assertThat(page.text()).contains("This message has no text.");
        }
    }
}
