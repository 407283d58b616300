package org.postroom.console.live.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Operators depend on these names and defaults. */
class LiveSettingsTest {

    @Test
    void pinsNamesAndDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new LiveSettings(20, 2000, Duration.ofSeconds(1)));
        assertThat(bind(Map.of(
                        "postroom.live.streams-per-user", "1",
                        "postroom.live.streams-per-organisation", "2",
                        "postroom.live.look-after", "3s")))
                .isEqualTo(new LiveSettings(1, 2, Duration.ofSeconds(3)));
    }

    @Test
    void refusesSettingsWithWhichNoPageLives() {
        assertThatThrownBy(() -> new LiveSettings(0, 5, Duration.ofSeconds(1))).hasMessageContaining("got 0 and 5");
        assertThatThrownBy(() -> new LiveSettings(1, 5, Duration.ZERO)).hasMessageContaining("look-after");
    }

    private static LiveSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.live", LiveSettings.class);
    }
}
