package org.postroom.inbound.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.inbound.scan.Scanners;
import org.postroom.inbound.scan.WithoutAnswer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The names and defaults that operators depend on. */
class ScanSettingsTest {

    @Test
    void asksNobodyUnlessTold() {
        Scanners scanners = scanners(Map.of());

        assertThat(scanners.spam().engine().name()).isEqualTo("postroom");
        assertThat(scanners.virus()).isEmpty();
    }

    @Test
    void putsTheEnginesToWorkThatAreNamed() {
        Scanners scanners = scanners(Map.of(
                "postroom.inbound.scan.rspamd.address", "http://127.0.0.1:11333",
                "postroom.inbound.scan.clamd.address", "unix:/run/clamav/clamd.ctl"));

        assertThat(scanners.spam().engine().name()).isEqualTo("rspamd");
        assertThat(scanners.spam().budget()).isEqualTo(Duration.ofSeconds(15));
        assertThat(scanners.spam().withoutAnswer()).isEqualTo(WithoutAnswer.ACCEPT);
        assertThat(scanners.virus()).hasValueSatisfying(virus -> {
            assertThat(virus.engine().name()).isEqualTo("clamav");
            assertThat(virus.budget()).isEqualTo(Duration.ofSeconds(30));
            assertThat(virus.withoutAnswer()).isEqualTo(WithoutAnswer.DEFER);
        });
    }

    @Test
    void takesWhatItIsTold() {
        Scanners scanners = scanners(Map.of(
                "postroom.inbound.scan.rspamd.address", "https://filter.example:443",
                "postroom.inbound.scan.rspamd.budget", "2s",
                "postroom.inbound.scan.rspamd.without-answer", "defer",
                "postroom.inbound.scan.clamd.address", "tcp://[::1]:3310",
                "postroom.inbound.scan.clamd.budget", "5s",
                "postroom.inbound.scan.clamd.without-answer", "accept"));

        assertThat(scanners.spam().budget()).isEqualTo(Duration.ofSeconds(2));
        assertThat(scanners.spam().withoutAnswer()).isEqualTo(WithoutAnswer.DEFER);
        assertThat(scanners.virus().orElseThrow().withoutAnswer()).isEqualTo(WithoutAnswer.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "rspamd.address, 127.0.0.1:11333",
        "rspamd.address, http://user:word@127.0.0.1:11333",
        "rspamd.budget, 0s",
        "clamd.budget, 10m",
        "clamd.address, /run/clamav/clamd.ctl",
        "clamd.address, tcp://127.0.0.1",
        "clamd.address, http://127.0.0.1:3310"
    })
    void refusesNonsenseAtTheStart(String name, String value) {
        assertThatThrownBy(() -> scanners(Map.of("postroom.inbound.scan." + name, value)))
                .hasStackTraceContaining("postroom.inbound.scan." + name + ": expected");
    }

    @Test
    void saysThePasswordToNobody() {
        ScanSettings settings = settings(Map.of("postroom.inbound.scan.rspamd.password", "not-to-be-seen"));

        assertThat(settings.toString()).contains("RspamdServer").doesNotContain("not-to-be-seen");
    }

    private static Scanners scanners(Map<String, String> given) {
        ScanSettings settings = settings(given);
        return Scanners.of(settings.rspamd().scanning(), settings.clamd().scanning());
    }

    private static ScanSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("postroom.inbound.scan", ScanSettings.class);
    }
}
