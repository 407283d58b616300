package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Operators depend on these names and defaults. */
class SmtpSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new SmtpSettings(
                        "127.0.0.1",
                        2525,
                        "localhost",
                        DataSize.ofMegabytes(40),
                        100,
                        1_000,
                        200,
                        Duration.ofMinutes(5),
                        20,
                        100,
                        Duration.ofSeconds(15),
                        null));
    }

    @Test
    void hasTheseNames() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("host", "0.0.0.0"),
                        Map.entry("port", "25"),
                        Map.entry("announced-name", "mx.example.org"),
                        Map.entry("maximum-message-size", "10MB"),
                        Map.entry("maximum-recipients", "150"),
                        Map.entry("maximum-connections", "10"),
                        Map.entry("maximum-connections-per-client", "5"),
                        Map.entry("idle-timeout", "1m"),
                        Map.entry("maximum-errors", "3"),
                        Map.entry("maximum-idle-commands", "7"),
                        Map.entry("shutdown-timeout", "2s"),
                        Map.entry("tls-bundle", "smtp"))))
                .isEqualTo(new SmtpSettings(
                        "0.0.0.0",
                        25,
                        "mx.example.org",
                        DataSize.ofMegabytes(10),
                        150,
                        10,
                        5,
                        Duration.ofMinutes(1),
                        3,
                        7,
                        Duration.ofSeconds(2),
                        "smtp"));
    }

    @ParameterizedTest
    @CsvSource({
        "port, 65536",
        "announced-name, not a name",
        "maximum-message-size, 1KB",
        "maximum-recipients, 99",
        "maximum-connections, 0",
        "maximum-connections-per-client, 0",
        "idle-timeout, 0s",
        "maximum-errors, 0",
        "maximum-idle-commands, 0",
        "shutdown-timeout, -1s"
    })
    void refusesNonsenseByNameAndValue(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .rootCause()
                .hasMessageContaining("postroom.inbound.smtp." + name + ": expected ");
    }

    private static SmtpSettings bind(Map<String, String> values) {
        var source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("postroom.inbound.smtp." + name, value));
        return new Binder(source).bindOrCreate("postroom.inbound.smtp", SmtpSettings.class);
    }
}
