package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.domain.address.EmailAddress;
import org.postroom.domain.address.HiddenBcc;
import org.postroom.domain.address.LocalPart;
import org.postroom.domain.address.Route.Priority;
import org.postroom.domain.agent.Agent.EmailCapacity;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.organisation.AccountName;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.queue.Queue.AlertingTimeout;
import org.postroom.domain.skill.Proficiency;

class ConfiguredValuesTest {

    @ParameterizedTest
    @CsvSource({
        "help@support.acme.test, help@support.acme.test",
        "Help@Support.Acme.Test, help@support.acme.test",
        "a.b+tag@bücher.example, a.b+tag@xn--bcher-kva.example",
        "o'brien@example.com, o'brien@example.com"
    })
    void readsAddresses(String given, String kept) {
        assertThat(EmailAddress.parse(given.replace("''", "'"))).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "@example.com",
                "help@",
                ".help@example.com",
                "help.@example.com",
                "he..lp@example.com",
                "he lp@example.com",
                "\"he lp\"@example.com",
                "help@example.com\r\nBcc: all@example.com",
                "hélp@example.com",
                "a@b@example.com",
                "help@[127.0.0.1]"
            })
    void refusesWhatIsNoAddress(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse(given))
                .withMessageStartingWith("expected ");
    }

    @Test
    void limitsTheLocalPartTo64AndTheWholeTo254Octets() {
        new LocalPart("a".repeat(64));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalPart("a".repeat(65)));
        String domain = ("b".repeat(61) + ".").repeat(3) + "cde";
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain).toString()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse("a".repeat(64) + "@" + domain + "f"));
    }

    @Test
    void limitsPriorityTo25MillionEitherWay() {
        assertThat(new Priority(25_000_000).minutes()).isEqualTo(25_000_000);
        assertThat(new Priority(-25_000_000).minutes()).isEqualTo(-25_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Priority(25_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Priority(-25_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Priority(Integer.MIN_VALUE));
    }

    @Test
    void hidesAtMostFiveRecipientsEachOnce() {
        List<EmailAddress> six = IntStream.range(0, 6)
                .mapToObj(number -> EmailAddress.parse("boss" + number + "@example.com"))
                .toList();
        assertThat(new HiddenBcc(six.subList(0, 5)).addresses()).hasSize(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new HiddenBcc(six));
        assertThatIllegalArgumentException().isThrownBy(() -> new HiddenBcc(List.of(six.getFirst(), six.getFirst())));
    }

    @Test
    void limitsProficiencyCapacityAndAlerting() {
        assertThat(List.of(new Proficiency(0), new Proficiency(5))).doesNotContainNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new Proficiency(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proficiency(6));
        assertThat(List.of(new EmailCapacity(0), new EmailCapacity(25))).doesNotContainNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailCapacity(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailCapacity(26));
        assertThatIllegalArgumentException().isThrownBy(() -> AlertingTimeout.ofSeconds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AlertingTimeout.ofSeconds(86_401));
    }

    @ParameterizedTest
    @CsvSource({"de, de", "DE, de", "pt-br, pt-BR", "zh-hant-tw, zh-Hant-TW"})
    void keepsLanguagesInCanonicalCase(String given, String kept) {
        assertThat(new LanguageTag(given)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deutsch_DE", "d", "x-private", "de-", "und"})
    void refusesWhatNamesNoLanguage(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LanguageTag(given));
    }

    @Test
    void takesNamesOfOneLine() {
        assertThat(new Name("  Ada Lovelace ").value()).isEqualTo("Ada Lovelace");
        assertThatIllegalArgumentException().isThrownBy(() -> new Name("Ada\r\nBcc: x@example.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Name("Ada\u2028Lovelace"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Name("   "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Name("a".repeat(101)));
    }

    @Test
    void takesAccountNamesThatAreDnsLabelsAndKnownTimeZones() {
        assertThat(new AccountName("Acme").value()).isEqualTo("acme");
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName("acme corp"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName("-acme"));
        assertThat(Organisation.timeZone("Europe/Berlin").getId()).isEqualTo("Europe/Berlin");
        assertThatIllegalArgumentException().isThrownBy(() -> Organisation.timeZone("Europe/Atlantis"));
    }
}
