package org.postroom.inbound.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Test
    void tellsOfARefusedSignInWithTheSecondTimeAndOnce() {
        Standing first = Standing.fresh(NOW).failed("no", true, PAUSE, NOW);
        Standing second = first.failed("no", true, PAUSE, first.nextAttempt());
        Standing third = second.failed("no", true, PAUSE, second.nextAttempt());

        assertThat(first.isToBeTold()).isFalse();
        assertThat(second.isToBeTold()).isTrue();
        assertThat(third.isToBeTold()).isFalse();
        assertThat(third.failingSince()).isEqualTo(NOW);
    }

    /** Three minutes until the next sign-in, and two attempts a minute apart: within the five that are promised. */
    @Test
    void isToldWithinFiveMinutes() {
        Instant changed = NOW;
        Instant signIn = changed.plus(Duration.ofMinutes(3));

        Standing first = Standing.fresh(signIn).failed("no", true, PAUSE, signIn);
        Standing second = first.failed("no", true, PAUSE, first.nextAttempt());

        assertThat(second.isToBeTold()).isTrue();
        assertThat(Duration.between(changed, first.nextAttempt())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void triesRarelyWhatIsRefusedAgainAndAgain() {
        Standing standing = Standing.fresh(NOW);
        for (int attempt = 0; attempt < 5; attempt++) {
            standing = standing.failed("no", true, PAUSE, NOW);
        }

        assertThat(standing.nextAttempt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void triesSoonWhatMayPassByItself() {
        Standing first = Standing.fresh(NOW).failed("away", false, PAUSE, NOW);
        Standing second = first.failed("away", false, PAUSE, NOW);

        assertThat(first.nextAttempt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(second.nextAttempt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(second.isToBeTold()).isFalse();
        assertThat(second.fetched(NOW).failingSince()).isNull();
    }
}
