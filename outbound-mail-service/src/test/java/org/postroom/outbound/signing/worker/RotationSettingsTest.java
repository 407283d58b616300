package org.postroom.outbound.signing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RotationSettingsTest {

    @Test
    void hasTheDefaultsThatOperatorsDependOn() {
        assertThat(bind(Map.of())).isEqualTo(new RotationSettings(Duration.ofDays(180), Duration.ofDays(7)));
    }

    @Test
    void takesEverySettingByTheNameThatOperatorsUse() {
        assertThat(bind(Map.of(
                        "postroom.outbound.dkim.rotation-interval",
                        "30d",
                        "postroom.outbound.dkim.retire-after",
                        "2d")))
                .isEqualTo(new RotationSettings(Duration.ofDays(30), Duration.ofDays(2)));
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> new RotationSettings(Duration.ZERO, Duration.ofDays(7)))
                .hasMessageContaining("postroom.outbound.dkim.rotation-interval", "PT0S");
    }

    private static RotationSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.outbound.dkim", RotationSettings.class);
    }
}
