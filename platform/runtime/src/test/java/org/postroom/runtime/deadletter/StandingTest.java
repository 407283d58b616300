package org.postroom.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Standing standing = new Standing(7, 0);

    @Test
    void waitsForAPartOfOursForEverWithGrowingPauses() {
        Duration before = Duration.ZERO;
        for (int failure = 0; failure < 10_000; failure++) {
            Duration pause = standing.failed(FailureKind.WAIT, PATIENCE, true);
            assertThat(pause).isBetween(before, Duration.ofSeconds(10));
            before = pause;
        }
    }

    @Test
    void usesPatienceUpForAFailureThatIsUnclearAndThenSetsAside() {
        Duration waited = Duration.ZERO;
        Duration pause = standing.failed(FailureKind.UNCLEAR, PATIENCE, false);
        while (pause != null) {
            waited = waited.plus(pause);
            pause = standing.failed(FailureKind.UNCLEAR, PATIENCE, false);
        }
        assertThat(waited).isEqualTo(PATIENCE);
        assertThat(standing.failures()).isLessThan(20);
    }

    @Test
    void doesNotCountTheTimeThatAPartWasGone() {
        for (int failure = 0; failure < 100; failure++) {
            standing.failed(FailureKind.WAIT, PATIENCE, false);
        }
        assertThat(standing.failed(FailureKind.UNCLEAR, PATIENCE, false)).isNotNull();
    }

    @Test
    void endsAlsoWhereFailuresOfTwoKindsTakeTurns() {
        int failures = 0;
        while (standing.failed(FailureKind.WAIT, PATIENCE, false) != null
                && standing.failed(FailureKind.UNCLEAR, PATIENCE, false) != null) {
            failures++;
        }
        assertThat(failures).isLessThan(30);
    }

    @Test
    void makesSureOfACertainFailureAndLosesNoTime() {
        assertThat(standing.failed(FailureKind.CERTAIN, PATIENCE, false)).isEqualTo(Duration.ofMillis(100));
        assertThat(standing.failed(FailureKind.CERTAIN, PATIENCE, false)).isEqualTo(Duration.ofMillis(200));
        assertThat(standing.failed(FailureKind.CERTAIN, PATIENCE, false)).isNull();
    }

    @Test
    void doesNotTryAgainWhatCannotBeRead() {
        assertThat(standing.failed(FailureKind.UNREADABLE, PATIENCE, false)).isNull();
    }

    @Test
    void hasNoPatienceTwiceWithOneOrganisation() {
        assertThat(standing.failed(FailureKind.UNCLEAR, PATIENCE, true)).isNotNull();
        assertThat(standing.failed(FailureKind.UNCLEAR, PATIENCE, true)).isNotNull();
        assertThat(standing.failed(FailureKind.UNCLEAR, PATIENCE, true)).isNull();
    }
}
