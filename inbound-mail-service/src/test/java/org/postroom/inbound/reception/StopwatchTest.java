package org.postroom.inbound.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private static final Stopwatch.Pace PACE = new Stopwatch.Pace(Duration.ofMinutes(30), 500, Duration.ofSeconds(60));

    private final Stopwatch stopwatch = new Stopwatch(PACE, 0);

    @Test
    void givesAByteASecondNoMoreThanItsPatience() {
        stopwatch.contentBegins(0);
        for (int second = 1; second < 60; second++) {
            stopwatch.contentCame(1, 0, seconds(second));
            assertThat(stopwatch.judge(seconds(second))).isEmpty();
        }
        assertThat(stopwatch.judge(seconds(61))).contains(Refusal.TOO_SLOW);
    }

    @Test
    void letsWhoKeepsTheRateGoOn() {
        stopwatch.contentBegins(0);
        for (int second = 1; second < 1_000; second++) {
            stopwatch.contentCame(500, 0, seconds(second));
        }
        assertThat(stopwatch.judge(seconds(1_000))).isEmpty();
    }

    @Test
    void givesNoCreditForWhatCameFast() {
        stopwatch.contentBegins(0);
        stopwatch.contentCame(40_000_000, 0, seconds(1));
        assertThat(stopwatch.judge(seconds(60))).isEmpty();
        assertThat(stopwatch.judge(seconds(61))).contains(Refusal.TOO_SLOW);
    }

    @Test
    void blamesNobodyForOurOwnSlowness() {
        stopwatch.contentBegins(0);
        stopwatch.contentCame(500, Duration.ofSeconds(90).toNanos(), seconds(91));
        assertThat(stopwatch.judge(seconds(91))).isEmpty();
    }

    @Test
    void asksForNoContentBetweenMailsAndEndsTheSessionAtLast() {
        stopwatch.contentBegins(0);
        stopwatch.contentEnds();
        assertThat(stopwatch.judge(seconds(1_799))).isEmpty();
        assertThat(stopwatch.judge(seconds(1_800))).contains(Refusal.SESSION_TOO_LONG);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
