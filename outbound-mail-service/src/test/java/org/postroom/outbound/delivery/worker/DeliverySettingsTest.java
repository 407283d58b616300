package org.postroom.outbound.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliverySettingsTest {

    @Test
    void hasTheDefaultsThatOperatorsDependOn() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DeliverySettings(
                        20,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(30),
                        List.of(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15),
                                Duration.ofHours(1),
                                Duration.ofHours(2),
                                Duration.ofHours(4)),
                        Duration.ofDays(3)));
    }

    @Test
    void takesEverySettingByTheNameThatOperatorsUse() {
        assertThat(bind(Map.of(
                        "postroom.outbound.concurrency", "5",
                        "postroom.outbound.poll-interval", "1s",
                        "postroom.outbound.sender-lease", "10s",
                        "postroom.outbound.retry-delays", "2s,3s",
                        "postroom.outbound.give-up-after", "1d")))
                .isEqualTo(new DeliverySettings(
                        5,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        List.of(Duration.ofSeconds(2), Duration.ofSeconds(3)),
                        Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"concurrency,0", "poll-interval,0s", "sender-lease,-1s", "retry-delays,0s", "give-up-after,0s"})
    void refusesNonsenseAndNamesIt(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("postroom.outbound." + name, value)))
                .rootCause()
                .hasMessageStartingWith("postroom.outbound." + name + ": expected ");
    }

    private static DeliverySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("postroom.outbound", DeliverySettings.class);
    }
}
