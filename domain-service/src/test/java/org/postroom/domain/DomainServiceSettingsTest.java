package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.domain.organisation.AccountName;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Operators depend on these names and defaults. */
class DomainServiceSettingsTest {

    private static final String DOMAINS = "postroom.domain.domains-per-organisation";

    @Test
    void allowsTwoDomainsUnlessConfiguredOtherwise() {
        assertThat(bind(Map.of()).domainLimit().perOrganisation()).isEqualTo(2);
        assertThat(bind(Map.of(DOMAINS, "15")).domainLimit().perOrganisation()).isEqualTo(15);
    }

    @Test
    void refusesNonsenseAndSaysWhatWasExpected() {
        assertThatThrownBy(() -> bind(Map.of(DOMAINS, "0")))
                .rootCause()
                .hasMessage(DOMAINS + ": expected at least 1, but got 0");
    }

    @Test
    void pinsWhatElseMayBeConfigured() {
        var defaults = bind(Map.of());
        assertThat(defaults.addressLimit().perDomain()).isEqualTo(1000);
        assertThat(defaults.entriesPerKind()).isEqualTo(10_000);
        assertThat(defaults.platformDomain()).isEqualTo("postroom.test");
        assertThat(defaults.accountNameQuarantine()).isEqualTo(Duration.ofDays(30));
        assertThat(defaults.reservedAccountNames()).contains("mx", "www", "bounce");

        var other = bind(Map.of(
                "postroom.domain.addresses-per-domain", "5",
                "postroom.domain.platform-domain", "mail.example",
                "postroom.domain.reserved-account-names", "mine",
                "postroom.domain.account-name-quarantine", "1h"));
        assertThat(other.addressLimit().perDomain()).isEqualTo(5);
        assertThat(other.nameSpace().systemDomain("acme").value()).isEqualTo("acme.mail.example");
        assertThat(other.reserved()).containsExactly(new AccountName("mine"));
        assertThat(other.accountNameQuarantine()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> bind(Map.of("postroom.domain.platform-domain", "nonsense")))
                .rootCause()
                .hasMessageContaining("two labels");
    }

    private static DomainServiceSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.domain", DomainServiceSettings.class);
    }
}
