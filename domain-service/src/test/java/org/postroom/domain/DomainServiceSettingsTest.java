package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static DomainServiceSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.domain", DomainServiceSettings.class);
    }
}
