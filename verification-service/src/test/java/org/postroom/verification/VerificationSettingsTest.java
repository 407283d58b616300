package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.verification.ScheduleSettings.StepSettings;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.record.dns.DnsSettings;
import org.postroom.verification.schedule.CheckSchedule;
import org.postroom.verification.schedule.CheckSchedule.Step;
import org.postroom.verification.transport.StsPolicy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Operators depend on these names and defaults. */
class VerificationSettingsTest {

    @Test
    void hasDefaultsForAllButTheMailHost() {
        VerificationSettings settings = bind(Map.of("postroom.verification.mail-host", "mx.example.com"));

        assertThat(settings)
                .isEqualTo(new VerificationSettings(
                        "mx.example.com",
                        null,
                        null,
                        null,
                        false,
                        Duration.ofDays(3),
                        Duration.ofSeconds(5),
                        64,
                        Duration.ofMillis(500),
                        Duration.ofMinutes(2),
                        null,
                        null,
                        null));
        assertThat(settings.checkSchedule()).isEqualTo(CheckSchedule.usual());
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("postroom.dns", DnsSettings.class))
                .isEqualTo(new DnsSettings(
                        null, 53, Duration.ofSeconds(3), Duration.ofSeconds(20), 10, Duration.ofSeconds(30)));
        assertThat(settings.installation())
                .isEqualTo(new Installation(
                        "mx.example.com", "mx.example.com", "v=spf1 a:mx.example.com ~all", null, null));
    }

    @Test
    void takesEverySetting() {
        VerificationSettings settings = bind(Map.ofEntries(
                Map.entry("postroom.verification.mail-host", "mx.example.com"),
                Map.entry("postroom.verification.redirect-host", "in.example.com"),
                Map.entry("postroom.verification.mail-from-policy", "v=spf1 include:spf.example.com ~all"),
                Map.entry("postroom.verification.validating-resolver", "192.0.2.1"),
                Map.entry("postroom.verification.allow-private-name-servers", "true"),
                Map.entry("postroom.verification.grace", "1h"),
                Map.entry("postroom.verification.request-pause", "1s"),
                Map.entry("postroom.verification.concurrent-checks", "2"),
                Map.entry("postroom.verification.poll", "1s"),
                Map.entry("postroom.verification.lease", "1m"),
                Map.entry("postroom.verification.mta-sts.host", "mta-sts.example.com"),
                Map.entry("postroom.verification.mta-sts.mode", "enforce"),
                Map.entry("postroom.verification.tls-reports", "tls@example.com"),
                Map.entry("postroom.verification.schedule.steps[0].every", "2s"),
                Map.entry("postroom.verification.schedule.steps[0].until", "1h"),
                Map.entry("postroom.verification.schedule.steady", "30s"),
                Map.entry("postroom.verification.schedule.jitter", "0.2")));

        assertThat(settings)
                .isEqualTo(new VerificationSettings(
                        "mx.example.com",
                        "in.example.com",
                        "v=spf1 include:spf.example.com ~all",
                        "192.0.2.1",
                        true,
                        Duration.ofHours(1),
                        Duration.ofSeconds(1),
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        new VerificationSettings.MtaSts("mta-sts.example.com", StsPolicy.Mode.ENFORCE),
                        "tls@example.com",
                        new ScheduleSettings(
                                List.of(new StepSettings(Duration.ofSeconds(2), Duration.ofHours(1))),
                                Duration.ofSeconds(30),
                                0.2)));
        assertThat(settings.checkSchedule())
                .isEqualTo(new CheckSchedule(
                        List.of(new Step(Duration.ofSeconds(2), Duration.ofHours(1))), Duration.ofSeconds(30), 0.2));
    }

    @Test
    void keepsOfTheUsualScheduleWhatIsNotSet() {
        VerificationSettings settings = bind(Map.of(
                "postroom.verification.mail-host", "mx.example.com", "postroom.verification.schedule.steady", "30s"));

        assertThat(settings.checkSchedule())
                .isEqualTo(new CheckSchedule(
                        CheckSchedule.usual().steps(),
                        Duration.ofSeconds(30),
                        CheckSchedule.usual().jitter()));
    }

    @Test
    void refusesAStepWithoutAnEnd() {
        Map<String, String> settings = Map.of(
                "postroom.verification.mail-host", "mx.example.com",
                "postroom.verification.schedule.steps[0].every", "2s");

        assertThatThrownBy(() -> bind(settings))
                .rootCause()
                .hasMessage(
                        "postroom.verification.schedule.steps[0].until: expected a positive time, but there is none");
    }

    @ParameterizedTest
    @CsvSource({
        "mail-host, localhost",
        "mail-host, ''",
        "redirect-host, Not A Host",
        "mail-from-policy, include:spf.example.com",
        "mta-sts.host, Not A Host",
        "tls-reports, nobody",
        "grace, 0s",
        "request-pause, -1s",
        "concurrent-checks, 0",
        "poll, 0s",
        "lease, 0s",
        "schedule.steady, 0s",
        "schedule.jitter, 2"
    })
    void refusesNonsenseAndSaysWhatWasExpected(String name, String value) {
        String property = "postroom.verification." + name;
        Map<String, String> settings = name.equals("mail-host")
                ? Map.of(property, value)
                : Map.of("postroom.verification.mail-host", "mx.example.com", property, value);

        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageStartingWith(property + ": expected");
    }

    private static VerificationSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postroom.verification", VerificationSettings.class);
    }
}
