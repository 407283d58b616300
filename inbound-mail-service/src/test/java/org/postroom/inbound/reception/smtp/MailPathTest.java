package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPathTest {

    @ParameterizedTest
    @CsvSource({
        "help@Acme.TEST, help, acme.test",
        "first.last+tag@acme.test, first.last+tag, acme.test",
        "a..b@acme.test, a..b, acme.test",
        "\"john \\\"doe\\\"\"@acme.test, john \"doe\", acme.test",
        "help@acme.test., help, acme.test",
        "help@[192.0.2.1], help, [192.0.2.1]",
        "'@a.test,@b.test:help@acme.test', help, acme.test",
        "grüße@müller.test, grüße, xn--mller-kva.test"
    })
    void readsAddresses(String text, String localPart, String domain) {
        assertThat(MailPath.parse(text)).hasValueSatisfying(path -> {
            assertThat(path.localPart()).isEqualTo(localPart);
            assertThat(path.domain()).isEqualTo(domain);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "@acme.test",
                "help@",
                "a b@acme.test",
                "a@b@acme.test",
                "a,b@acme.test",
                "a@acme..test",
                "a\u0000b@acme.test",
                "a\uFFFDb@acme.test"
            })
    void refusesWhatIsNone(String text) {
        assertThat(MailPath.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(MailPath.parse("a".repeat(200) + "@acme.test")).isPresent();
        assertThat(MailPath.parse("ü".repeat(510) + "@acme.test")).isEmpty();
        assertThat(MailPath.parse("a".repeat(1015) + "@acme.test")).isEmpty();
        assertThat(MailPath.parse("a@" + "a.".repeat(130) + "test")).isEmpty();
    }

    @Test
    void knowsTheNullPath() {
        assertThat(MailPath.parse("")).contains(MailPath.NULL);
    }
}
