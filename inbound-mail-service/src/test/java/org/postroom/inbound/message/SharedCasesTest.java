package org.postroom.inbound.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.mail.reading.Flaw;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.testkit.MailCase;

/** The facts in the event are those of the mail that the agent's page shows and that an answer quotes. */
class SharedCasesTest {

    /** The cases that machines wrote; all others are persons'. */
    private static final Map<String, Automation> AUTOMATIC = Map.of(
            "delivery-report", Automation.DELIVERY_REPORT,
            "ooo-into-answered", Automation.AUTO_SUBMITTED,
            "ooo-xloop", Automation.AUTO_GENERATED_HEADER,
            "out-of-office", Automation.AUTO_SUBMITTED);

    static Stream<MailCase> cases() throws IOException, URISyntaxException {
        return MailCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheFactsThatThePageShows(MailCase mail) throws IOException {
        MessageFacts facts = new MessageReader().read(mail.open(), false);

        ReadMail shown = new MailReader(ReadingLimits.TEXT).read(mail.open());
        assertThat(facts.subject()).isEqualTo(shown.header().subject());
        assertThat(facts.from()).isEqualTo(shown.header().from());
        assertThat(facts.warnings())
                .isEqualTo(shown.flaws().stream()
                        .filter(flaw -> !flaw.kind().isOfText())
                        .map(Flaw::sentence)
                        .toList());
        assertThat(facts.attachments())
                .isEqualTo(shown.parts().stream()
                        .filter(part -> part.within() == MailPart.OUTERMOST)
                        .map(part -> new AttachmentFacts(part.fileName(), part.mediaType(), part.size(), part.inline()))
                        .toList());
        assertThat(facts.automation()).isEqualTo(AUTOMATIC.getOrDefault(mail.name(), Automation.NONE));
        if (mail.expected().containsKey("subject")) {
            assertThat(facts.subject()).isEqualTo(mail.expected().get("subject"));
        }
        if (mail.expected().get("parts") instanceof List<?> parts) {
            assertThat(facts.attachments()).hasSize((int) parts.stream()
                    .filter(part -> !part.toString().contains(" within "))
                    .count());
        }
    }
}
