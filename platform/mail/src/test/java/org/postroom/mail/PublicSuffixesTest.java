package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {

    @Test
    void knowsBelowWhichNamesAnybodyCanRegister() {
        assertThat(PublicSuffixes.isSuffix(new DomainName("co.uk"))).isTrue();
        assertThat(PublicSuffixes.isSuffix(new DomainName("github.io"))).isTrue();
        assertThat(PublicSuffixes.isSuffix(new DomainName("acme.co.uk"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.support.acme.co.uk, acme.co.uk",
        "acme.co.uk, acme.co.uk",
        "co.uk, co.uk",
        "a.b.acme.test, acme.test",
        "no host name, no host name"
    })
    void findsTheNameThatSomebodyHasRegistered(String name, String registered) {
        assertThat(PublicSuffixes.organisational(name)).isEqualTo(registered);
    }
}
