package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"anna@example.com", "o'brien+shop@mail.example.co.uk", "a.b-c_d@x-1.test", "#1@example.com"})
    void readsAnAddress(String text) {
        assertThat(EmailAddress.of(" " + text + " ").value()).isEqualTo(text);
    }

    @Test
    void writesTheDomainInLowerCaseAndAsciiForm() {
        assertThat(EmailAddress.of("Anna@BÜCHER.Example").value()).isEqualTo("Anna@xn--bcher-kva.example");
        assertThat(EmailAddress.of("anna@Example.COM").domain()).isEqualTo("example.com");
    }

    @Test
    void doesNotTakeOneNameForAnother() {
        assertThat(EmailAddress.of("info@straße.example").value()).isEqualTo("info@xn--strae-oqa.example");
        assertThat(EmailAddress.of("info@strasse.example").value()).isEqualTo("info@strasse.example");
        assertThat(new DomainName("straße.example").value()).isEqualTo("xn--strae-oqa.example");
    }

    @Test
    void isReadAndComparedInOneForm() {
        assertThat(EmailAddress.of("Anna@bücher.example").unicode()).isEqualTo("Anna@bücher.example");
        assertThat(EmailAddress.of("Anna@BÜCHER.example").folded()).isEqualTo("anna@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.com",
                "anna@",
                "anna@localhost",
                "a b@example.com",
                "anna@example..com",
                ".anna@example.com",
                "anna@-example.com",
                "anna@example.com\r\nBcc: x@example.com",
                "anna@example.com>,<eve@example.com",
                "\"anna\"@example.com",
                "jürgen@example.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }

    @Test
    void putsAMailboxNameOnOneLine() {
        Mailbox mailbox = new Mailbox(EmailAddress.of("anna@example.com"), "Anna\r\nBcc: eve@example.com ");

        assertThat(mailbox.name()).isEqualTo("Anna Bcc: eve@example.com");
        assertThat(new Mailbox(mailbox.address(), " \t ").name()).isNull();
    }

    @Test
    void takesOnlyMessageIdentifiersThatCanStandInAHeader() {
        assertThat(MessageId.parse("id@example.com")).isPresent();
        assertThat(MessageId.parse(null)).isEmpty();
        assertThat(MessageId.parse("two parts@example.com")).isEmpty();
        assertThat(MessageId.parse("a@b>\r\nX: <c@d")).isEmpty();
        assertThat(MessageId.parse("a".repeat(300) + "@example.com")).isEmpty();
    }
}
