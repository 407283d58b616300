package org.postroom.domain.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.postroom.mail.DomainName;

/** What holds for every address and every name, however odd. */
class AddressPropertyTest {

    private static final String ATOM = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-";

    @Property(tries = 500)
    void readsBackWhatItWrites(@ForAll("addresses") String text) {
        EmailAddress address = EmailAddress.parse(text);

        assertThat(EmailAddress.parse(address.toString())).isEqualTo(address);
        assertThat(EmailAddress.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(address);
        assertThat(address.toString()).hasSizeLessThanOrEqualTo(254).doesNotContain(" ", "\r", "\n");
    }

    @Property(tries = 2000)
    void takesNothingThatCouldBreakAHeaderOrACommand(@ForAll @StringLength(max = 80) String anything) {
        try {
            LocalPart local = new LocalPart(anything);
            assertThat(local.value()).matches("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("expected ");
        }
    }

    @Property(tries = 2000)
    void takesNoDomainThatIsNoHostName(@ForAll @StringLength(max = 80) String anything) {
        try {
            DomainName name = new DomainName(anything);
            assertThat(name.value()).matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{1,63}");
            assertThat(name.value()).hasSizeLessThanOrEqualTo(253);
            assertThat(new DomainName(name.unicode())).isEqualTo(name);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("expected ");
        }
    }

    @Property(tries = 500)
    void splitsAtTheFirstPlus(@ForAll("localParts") String base, @ForAll("localParts") String detail) {
        if (base.contains("+") || base.length() + 1 + detail.length() > 64) {
            return;
        }

        LocalPart local = new LocalPart(base + "+" + detail);

        assertThat(local.hasPlus()).isTrue();
        assertThat(local.beforePlus()).isEqualTo(base);
    }

    @Property(tries = 200)
    void refusesLocalPartsThatAreTooLong(@ForAll("tooLong") String local) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalPart(local));
    }

    @Provide
    Arbitrary<String> localParts() {
        return Arbitraries.strings()
                .withChars(ATOM.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(atoms -> String.join(".", atoms));
    }

    @Provide
    Arbitrary<String> tooLong() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(65).ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> label =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> domain =
                label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels) + ".test");
        return localParts().flatMap(local -> domain.map(name -> local + "@" + name));
    }
}
