package org.postroom.domain.maildomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.mail.DomainName;

class NameSpaceTest {

    private final NameSpace names = new NameSpace(new DomainName("postroom.test"));

    @Test
    void putsSystemDomainsBelowThePlatform() {
        assertThat(names.systemDomain("acme").value()).isEqualTo("acme.postroom.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "com.au", "github.io", "公司.cn", "xn--55qx5d.cn", "gov.uk"})
    void refusesPublicSuffixes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.custom(new DomainName(name)))
                .withMessageContaining("public suffix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postroom.test", "acme.postroom.test", "a.b.postroom.test", "POSTROOM.test."})
    void refusesThePlatformsOwnDomainAndAllBelow(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.custom(new DomainName(name)))
                .withMessageContaining("below which the system domains are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.co.uk", "support.acme.test", "acme.github.io", "notpostroom.test", "bücher.example"})
    void takesWhatAnOrganisationCanOwn(String name) {
        var domain = new DomainName(name);
        assertThat(names.custom(domain)).isEqualTo(domain);
    }
}
