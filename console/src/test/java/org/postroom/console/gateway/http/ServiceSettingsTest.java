package org.postroom.console.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceSettingsTest {

    private static final Duration ENOUGH = Duration.ofSeconds(1);
    private static final Map<String, String> SETTINGS = Map.of(
            "postroom.services.domain", "http://domain:1",
            "postroom.services.verification", "http://verification:2",
            "postroom.services.routing", "http://routing:3",
            "postroom.services.inbound", "http://inbound:5",
            "postroom.services.outbound", "http://outbound:4",
            "postroom.services.timeout", "3s",
            "postroom.services.patience", "4m");

    @Test
    void readsEverySettingByItsName() {
        ServiceSettings settings = new Binder(new MapConfigurationPropertySource(SETTINGS))
                .bind("postroom.services", ServiceSettings.class)
                .get();

        assertThat(settings)
                .isEqualTo(new ServiceSettings(
                        URI.create("http://domain:1"),
                        URI.create("http://verification:2"),
                        URI.create("http://routing:3"),
                        URI.create("http://inbound:5"),
                        URI.create("http://outbound:4"),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(4)));
    }

    @Test
    void refusesAnAddressThatIsNotAbsolute() {
        URI address = URI.create("http://domain:1");
        URI relative = URI.create("verification");
        assertThatThrownBy(() -> new ServiceSettings(address, relative, address, address, address, ENOUGH, ENOUGH))
                .hasMessage("postroom.services.verification: expected an absolute address, but got verification");
    }

    @Test
    void refusesATimeThatIsNotPositive() {
        URI address = URI.create("http://domain:1");
        assertThatThrownBy(
                        () -> new ServiceSettings(address, address, address, address, address, ENOUGH, Duration.ZERO))
                .hasMessage("postroom.services.patience: expected a positive duration, but got PT0S");
    }
}
