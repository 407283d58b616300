package org.postroom.outbound.waiting.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitingSettingsTest {

    @Test
    void hasTheDefaultsThatOperatorsDependOn() {
        assertThat(bind(Map.of())).isEqualTo(new WaitingSettings(Duration.ofMinutes(1), Duration.ofDays(5)));
    }

    @Test
    void takesEverySettingByTheNameThatOperatorsUse() {
        assertThat(bind(Map.of("postroom.outbound.news-patience", "10s", "postroom.outbound.hold-at-most", "2h")))
                .isEqualTo(new WaitingSettings(Duration.ofSeconds(10), Duration.ofHours(2)));
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> new WaitingSettings(Duration.ZERO, Duration.ofDays(5)))
                .hasMessageContaining("postroom.outbound.news-patience", "PT0S");
        assertThatThrownBy(() -> new WaitingSettings(Duration.ofMinutes(1), Duration.ofDays(-1)))
                .hasMessageContaining("postroom.outbound.hold-at-most");
    }

    private static WaitingSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.outbound", WaitingSettings.class);
    }
}
