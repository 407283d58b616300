package org.postroom.inbound.reception.smtp;

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
                        new SmtpLimits(
                                Duration.ofMillis(250),
                                Duration.ofMinutes(30),
                                DataSize.ofBytes(500),
                                Duration.ofMinutes(1),
                                10,
                                5,
                                DataSize.ofKilobytes(2),
                                DataSize.ofMegabytes(2),
                                DataSize.ofKilobytes(512),
                                600,
                                1_000,
                                300,
                                List.of("127.0.0.0/8", "::1"),
                                null,
                                50,
                                Duration.ofSeconds(5)),
                        List.of(),
                        null,
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
                        Map.entry("limits.greeting-pause", "1s"),
                        Map.entry("limits.session-time", "2m"),
                        Map.entry("limits.minimum-rate", "1KB"),
                        Map.entry("limits.slow-patience", "3s"),
                        Map.entry("limits.commands-before-greeting", "4"),
                        Map.entry("limits.unknown-commands", "5"),
                        Map.entry("limits.longest-command", "1KB"),
                        Map.entry("limits.longest-line", "7KB"),
                        Map.entry("limits.largest-header", "80KB"),
                        Map.entry("limits.connections-per-minute", "9"),
                        Map.entry("limits.mails-per-minute", "10"),
                        Map.entry("limits.mails-of-sender-per-minute", "11"),
                        Map.entry("limits.unlimited-networks", "192.0.2.0/24,2001:db8::/32"),
                        Map.entry("limits.memory", "12MB"),
                        Map.entry("limits.memory-share", "13"),
                        Map.entry("limits.memory-patience", "14s"),
                        Map.entry("proxy-networks", "198.51.100.0/24"),
                        Map.entry("postmaster", "help@example.org"),
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
                        new SmtpLimits(
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(2),
                                DataSize.ofKilobytes(1),
                                Duration.ofSeconds(3),
                                4,
                                5,
                                DataSize.ofKilobytes(1),
                                DataSize.ofKilobytes(7),
                                DataSize.ofKilobytes(80),
                                9,
                                10,
                                11,
                                List.of("192.0.2.0/24", "2001:db8::/32"),
                                DataSize.ofMegabytes(12),
                                13,
                                Duration.ofSeconds(14)),
                        List.of("198.51.100.0/24"),
                        "help@example.org",
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
        "shutdown-timeout, -1s",
        "proxy-networks, 192.0.2.0/33",
        "postmaster, nobody",
        "limits.greeting-pause, -1s",
        "limits.session-time, 0s",
        "limits.minimum-rate, 0B",
        "limits.slow-patience, 0s",
        "limits.commands-before-greeting, 0",
        "limits.unknown-commands, 0",
        "limits.longest-command, 511B",
        "limits.longest-line, 999B",
        "limits.largest-header, 1KB",
        "limits.connections-per-minute, 0",
        "limits.mails-per-minute, 0",
        "limits.mails-of-sender-per-minute, 0",
        "limits.unlimited-networks, example.org",
        "limits.memory, 1KB",
        "limits.memory-share, 101",
        "limits.memory-patience, -1s"
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
