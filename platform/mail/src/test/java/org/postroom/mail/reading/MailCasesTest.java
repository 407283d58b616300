package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.testkit.MailCase;

/** Each .eml in mail-cases is a raw mail; the .yaml beside it names what a careful person reads in it. */
class MailCasesTest {

    private static final int FEWEST_CASES = 200;

    static Stream<MailCase> cases() throws IOException, URISyntaxException {
        return MailCase.all();
    }

    /** One test over all, so that its message says of each field how many are right, and which are not. */
    @Test
    void readsOfEveryMailWhatIsRight() throws IOException, URISyntaxException {
        Map<String, Integer> right = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (MailCase mail : MailCase.all().toList()) {
            Map<String, @Nullable Object> read = DescribedMail.of(new MailReader(ReadingLimits.TEXT).read(mail.open()));
            mail.expected().forEach((field, value) -> {
                if (read.containsKey(field) && Objects.equals(read.get(field), value)) {
                    right.merge(field, 1, Integer::sum);
                } else {
                    wrong.add("%n%s of %s: expected %s, but read %s".formatted(field, mail, value, read.get(field)));
                }
            });
        }

        assertThat(wrong).as("right of each field: " + right).isEmpty();
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsTheSameFactsWhereNoTextIsKept(MailCase mail) throws IOException {
        ReadMail whole = new MailReader(ReadingLimits.TEXT).read(mail.open());
        ReadMail facts = new MailReader(ReadingLimits.FACTS).read(mail.open());

        assertThat(facts.header()).isEqualTo(whole.header());
        assertThat(facts.parts()).isEqualTo(whole.parts());
        assertThat(facts.flaws())
                .isEqualTo(whole.flaws().stream()
                        .filter(flaw -> !flaw.kind().isOfText())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void copiesEveryPartInTheSizeThatItSays(MailCase mail) throws IOException {
        MailReader reader = new MailReader(ReadingLimits.TEXT);
        for (MailPart part : reader.read(mail.open()).parts()) {
            var copy = new ByteArrayOutputStream();

            assertThat(reader.copyPart(mail.open(), part.number(), copy)).isTrue();
            assertThat(copy.size()).as(part.fileName()).isEqualTo(part.size());
        }
    }
}
