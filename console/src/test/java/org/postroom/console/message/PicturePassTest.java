package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PicturePassTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private final PicturePass passes = at(NOW);

    @Test
    void holdsForOneMailOfOneOrganisationForAnHour() {
        String pass = passes.of("acme", "mail-1");

        assertThat(passes.holds(pass, "acme", "mail-1")).isTrue();
        assertThat(passes.holds(pass, "acme", "mail-2")).isFalse();
        assertThat(passes.holds(pass, "globex", "mail-1")).isFalse();
        assertThat(at(NOW.plus(Duration.ofMinutes(59))).holds(pass, "acme", "mail-1"))
                .isTrue();
        assertThat(at(NOW.plus(Duration.ofMinutes(60))).holds(pass, "acme", "mail-1"))
                .isFalse();
    }

    @Test
    void holdsForNobodyWhoMadeItHimself() {
        String pass = passes.of("acme", "mail-1");
        String later = (NOW.getEpochSecond() + 999_999) + pass.substring(pass.indexOf('.'));

        for (String forged : new String[] {
            later, "", ".", "1.", "99999999999999999999." + pass, "x" + pass, pass + "x", pass.replace('.', '-')
        }) {
            assertThat(passes.holds(forged, "acme", "mail-1")).as(forged).isFalse();
        }
        assertThat(new PicturePass(new byte[] {9}, Clock.systemUTC()).holds(pass, "acme", "mail-1"))
                .isFalse();
    }

    private static PicturePass at(Instant moment) {
        return new PicturePass(new byte[] {1, 2, 3}, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
