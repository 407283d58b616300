package org.postroom.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

class RoutingSettingsTest {

    private static final Map<String, String> EVERYTHING = Map.of(
            "postroom.routing.state-directory", "/data/routing",
            "postroom.routing.threads", "4",
            "postroom.routing.commit-interval", "50ms",
            "postroom.routing.poll-time", "5ms",
            "postroom.routing.timer-interval", "1s",
            "postroom.routing.session-timeout", "10s",
            "postroom.routing.allowed-lag", "5",
            "postroom.routing.threading-window", "7d",
            "postroom.routing.repeat-window", "3d");

    @Test
    void readsEverySetting() {
        assertThat(bind(EVERYTHING))
                .isEqualTo(new RoutingSettings(
                        Path.of("/data/routing"),
                        4,
                        Duration.ofMillis(50),
                        Duration.ofMillis(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        5,
                        Duration.ofDays(7),
                        Duration.ofDays(3)));
    }

    @Test
    void hasTheseDefaults() throws IOException {
        var yaml = (MapPropertySource) new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        var values = new HashMap<String, String>();
        for (var name : yaml.getPropertyNames()) {
            values.put(name, String.valueOf(yaml.getProperty(name)));
        }
        values.put("postroom.routing.state-directory", "/tmp/routing");

        assertThat(bind(values))
                .isEqualTo(new RoutingSettings(
                        Path.of("/tmp/routing"),
                        2,
                        Duration.ofMillis(20),
                        Duration.ofMillis(10),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(6),
                        1000,
                        Duration.ofDays(30),
                        Duration.ofDays(7)));
    }

    @Test
    void refusesNonsenseWithValueAndExpectation() {
        var nonsense = new HashMap<>(EVERYTHING);
        nonsense.put("postroom.routing.threads", "0");

        assertThatThrownBy(() -> bind(nonsense))
                .rootCause()
                .hasMessage("expected postroom.routing.threads of at least 1, but got 0");
    }

    private static RoutingSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("postroom.routing", RoutingSettings.class)
                .get();
    }
}
