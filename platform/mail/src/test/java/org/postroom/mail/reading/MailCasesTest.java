package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.testkit.MailCase;

/** Each .eml in mail-cases is a raw mail; the .yaml beside it names what must be read in it. */
class MailCasesTest {

    static Stream<MailCase> cases() throws IOException, URISyntaxException {
        return MailCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatIsRight(MailCase mail) throws IOException {
        Map<String, @Nullable Object> read = described(new MailReader(ReadingLimits.TEXT).read(mail.open()));

        assertThat(mail.expected())
                .allSatisfy((name, value) -> assertThat(read.get(name)).as(name).isEqualTo(value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsTheSameFactsWhereNoTextIsKept(MailCase mail) throws IOException {
        ReadMail whole = new MailReader(ReadingLimits.TEXT).read(mail.open());
        ReadMail facts = new MailReader(ReadingLimits.FACTS).read(mail.open());

        assertThat(facts.header()).isEqualTo(whole.header());
        assertThat(facts.parts()).isEqualTo(whole.parts());
        assertThat(facts.flaws()).isEqualTo(whole.flaws());
    }

    private static Map<String, @Nullable Object> described(ReadMail mail) {
        MailHeader header = mail.header();
        Map<String, @Nullable Object> described = new HashMap<>();
        described.put("from", described(header.from()));
        described.put("replyTo", described(header.replyTo()));
        described.put("cc", header.cc().stream().map(MailCasesTest::described).toList());
        described.put("subject", header.subject());
        described.put("messageId", header.messageId());
        described.put("references", header.references());
        described.put("sentAt", header.sentAt() == null ? null : header.sentAt().toString());
        described.put("mediaType", header.mediaType());
        described.put("body", mail.body().stream().map(MailCasesTest::described).toList());
        described.put(
                "parts", mail.parts().stream().map(MailCasesTest::described).toList());
        described.put(
                "flaws", mail.flaws().stream().map(flaw -> flaw.kind().name()).toList());
        return described;
    }

    private static @Nullable String described(@Nullable NamedAddress address) {
        if (address == null) {
            return null;
        }
        return address.name() == null ? address.address() : address.name() + " <" + address.address() + ">";
    }

    private static String described(Section section) {
        return switch (section) {
            case Section.Written(@Nullable String text, @Nullable String html) ->
                Stream.of(form("text: ", text), form("html: ", html))
                        .flatMap(List::stream)
                        .reduce((first, second) -> first + " | " + second)
                        .orElse("");
            case Section.Picture(MailPart part) -> "picture: " + part.fileName();
        };
    }

    private static List<String> form(String label, @Nullable String content) {
        return content == null ? List.of() : List.of(label + content.strip());
    }

    private static String described(MailPart part) {
        return part.fileName() + " " + part.mediaType() + " " + part.size() + (part.inline() ? " inline" : "");
    }
}
