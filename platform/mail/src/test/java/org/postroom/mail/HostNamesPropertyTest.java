package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** What holds for every name of a host, however odd. */
class HostNamesPropertyTest {

    @Property(tries = 3_000)
    void isTheSameOnceMore(@ForAll @StringLength(max = 300) String anything) {
        HostNames.ascii(anything).ifPresent(name -> {
            assertThat(HostNames.ascii(name)).contains(name);
            assertThat(name).matches("[a-z0-9_.-]{1,253}");
        });
    }

    @Property(tries = 1_000)
    void comesBackFromUnicode(@ForAll("names") String name) {
        Optional<String> ascii = HostNames.ascii(name);

        ascii.ifPresent(
                kept -> assertThat(HostNames.ascii(HostNames.unicode(kept))).contains(kept));
    }

    @Property(tries = 1_000)
    void agreesWithTheNamesThatCanBeConfigured(@ForAll("names") String name) {
        try {
            DomainName strict = new DomainName(name);
            assertThat(HostNames.ascii(name)).contains(strict.value());
            assertThat(HostNames.unicode(strict.value())).isEqualTo(strict.unicode());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("expected ");
        }
    }

    @Example
    void keepsNamesApartThatIdna2003TookForOne() {
        assertThat(HostNames.ascii("STRAẞE.example")).contains("xn--strae-oqa.example");
        assertThat(HostNames.ascii("strasse.example")).contains("strasse.example");
        assertThat(HostNames.ascii("βόλος.example")).isNotEqualTo(HostNames.ascii("βόλοσ.example"));
    }

    @Example
    void takesWhatStrangersCallTheirHosts() {
        assertThat(HostNames.ascii("My_Host")).contains("my_host");
        assertThat(HostNames.ascii("mx.example.")).contains("mx.example");
        assertThat(HostNames.ascii("xn--zzzzzz99999.example")).contains("xn--zzzzzz99999.example");
        assertThat(HostNames.ascii("a..b")).isEmpty();
        assertThat(HostNames.ascii("a b")).isEmpty();
        assertThat(HostNames.ascii("")).isEmpty();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcxyz019-äöüßςσéñ日本語書店абв")
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(labels -> String.join(".", labels));
    }
}
