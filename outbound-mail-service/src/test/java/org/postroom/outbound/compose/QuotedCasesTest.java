package org.postroom.outbound.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.testkit.MailCase;

/** What an answer quotes is what the agent saw: every text of each mail that the reader of mail is tested with. */
class QuotedCasesTest {

    private static final Instant AT = Instant.parse("2026-11-27T11:12:28Z");

    static Stream<MailCase> cases() throws IOException, URISyntaxException {
        return MailCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void quotesEveryText(MailCase mail) throws IOException {
        ReadMail read = new MailReader(ReadingLimits.TEXT).read(mail.open());

        History history = History.of(List.of(Quotable.of("Casey", AT, read)));

        assertThat(mail.words(false))
                .flatMap(words -> words.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .allSatisfy(line -> assertThat(history.text()).contains("> " + line));
        String html = Jsoup.parse(history.html()).text();
        assertThat(mail.words(true))
                .allSatisfy(words -> assertThat(html).contains(words.strip().replaceAll("\\s+", " ")));
    }

    @Test
    void readsACharacterSetThatIsSmallerThanItsNameSays() throws IOException {
        var raw = new java.io.ByteArrayInputStream(
                "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n\u0093Rückgabe\u0094"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        Quotable quotable = Quotable.of("Casey", AT, new MailReader(ReadingLimits.TEXT).read(raw));

        assertThat(quotable.text()).isEqualTo("“Rückgabe”");
    }
}
