package org.postroom.verification.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.DirectionChange.BecameDegraded;
import org.postroom.verification.direction.DirectionChange.BecameFailed;
import org.postroom.verification.direction.DirectionChange.BecameVerified;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.Finding.Disproven;
import org.postroom.verification.direction.Finding.Proven;
import org.postroom.verification.direction.Finding.Undecided;

class DirectionStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Finding PROVEN = new Proven(true);
    private static final Finding DISPROVEN = new Disproven("TXT record MISSING");
    private static final Finding UNDECIDED = new Undecided();

    @Test
    void isVerifiedAtOnceWhenTheFirstCheckProvesIt() {
        assertThat(after(new NotStarted(), PROVEN))
                .isEqualTo(Transition.telling(new Verified(NOW), new BecameVerified(true)));
    }

    @Test
    void waitsWhenTheFirstCheckProvesNothing() {
        assertThat(after(new NotStarted(), DISPROVEN)).isEqualTo(Transition.silent(new Pending(NOW)));
        assertThat(after(new NotStarted(), UNDECIDED)).isEqualTo(Transition.silent(new Pending(NOW)));
    }

    @Test
    void failsWhenItWasNotProvenWithinTheGracePeriod() {
        var almost = new Pending(NOW.minus(GRACE).plusMillis(1));
        var over = new Pending(NOW.minus(GRACE));

        assertThat(after(almost, DISPROVEN)).isEqualTo(Transition.silent(almost));
        assertThat(after(over, DISPROVEN))
                .isEqualTo(Transition.telling(new Failed(NOW), new BecameFailed("TXT record MISSING")));
        assertThat(after(over, UNDECIDED)).isEqualTo(Transition.silent(over));
    }

    @Test
    void staysUsableForTheGracePeriodWhenARecordIsGone() {
        assertThat(after(new Verified(NOW.minusSeconds(60)), DISPROVEN))
                .isEqualTo(Transition.telling(
                        new Degraded(NOW, NOW.plus(GRACE)), new BecameDegraded("TXT record MISSING", NOW.plus(GRACE))));
    }

    @Test
    void staysVerifiedWhenNothingCouldBeFoundOut() {
        var verified = new Verified(NOW.minusSeconds(60));

        assertThat(after(verified, UNDECIDED)).isEqualTo(Transition.silent(verified));
        assertThat(after(verified, PROVEN)).isEqualTo(Transition.silent(verified));
    }

    @Test
    void recoversWhenTheRecordComesBack() {
        var degraded = new Degraded(NOW.minusSeconds(60), NOW.plusSeconds(60));

        assertThat(after(degraded, DISPROVEN)).isEqualTo(Transition.silent(degraded));
        assertThat(after(degraded, PROVEN)).isEqualTo(Transition.telling(new Verified(NOW), new BecameVerified(true)));
        assertThat(after(new Failed(NOW), PROVEN))
                .isEqualTo(Transition.telling(new Verified(NOW), new BecameVerified(true)));
    }

    @Test
    void failsWhenTheGracePeriodEnds() {
        var degraded = new Degraded(NOW.minus(GRACE), NOW);

        assertThat(after(degraded, DISPROVEN))
                .isEqualTo(Transition.telling(new Failed(NOW), new BecameFailed("TXT record MISSING")));
        assertThat(after(degraded, UNDECIDED)).isEqualTo(Transition.silent(degraded));
    }

    @RepeatedTest(100)
    void isVerifiedOnlyByProofAndLosesItOnlyByDisproof(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        DirectionState state = new NotStarted();
        Instant now = NOW;
        for (int step = 0; step < 50; step++) {
            Finding finding = List.of(PROVEN, DISPROVEN, UNDECIDED).get(random.nextInt(3));
            Transition transition = state.after(finding, now, GRACE);

            if (finding.equals(PROVEN)) {
                assertThat(transition.state()).isInstanceOf(Verified.class);
            } else if (finding.equals(UNDECIDED) && !(state instanceof NotStarted)) {
                assertThat(transition.state()).isEqualTo(state);
            } else {
                assertThat(transition.state()).isNotInstanceOf(Verified.class);
            }
            assertThat(transition.change().isPresent())
                    .isEqualTo(transition.state().getClass() != state.getClass()
                            && !(transition.state() instanceof Pending));
            state = transition.state();
            now = now.plus(Duration.ofHours(random.nextInt(60)));
        }
    }

    private static Transition after(DirectionState state, Finding finding) {
        return state.after(finding, NOW, GRACE);
    }
}
