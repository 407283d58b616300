package org.postroom.outbound.smtpserver.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServerSettingsTest {

    @Test
    void hasTheDefaultsThatOperatorsDependOn() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ServerSettings(
                        false, null, Duration.ofSeconds(15), null, Duration.ofSeconds(30), Duration.ofMinutes(5)));
    }

    @Test
    void takesEverySettingByTheNameThatOperatorsUse() {
        assertThat(bind(Map.of(
                        "postroom.outbound.allow-private-smtp-servers", "true",
                        "postroom.outbound.trusted-certificates", "/etc/postroom/ca.pem",
                        "postroom.outbound.connection-test-timeout", "3s",
                        "postroom.outbound.ehlo-name", "mail.postroom.test",
                        "postroom.outbound.connect-timeout", "1s",
                        "postroom.outbound.answer-timeout", "2s")))
                .isEqualTo(new ServerSettings(
                        true,
                        Path.of("/etc/postroom/ca.pem"),
                        Duration.ofSeconds(3),
                        "mail.postroom.test",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    private static ServerSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.outbound", ServerSettings.class);
    }
}
