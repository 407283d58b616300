package org.postroom.verification.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.Finding;
import org.postroom.verification.ownership.Ownership.InDoubt;
import org.postroom.verification.ownership.Ownership.Owned;
import org.postroom.verification.ownership.Ownership.Unproven;
import org.postroom.verification.ownership.Ownership.Waiting;

class OwnershipTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Finding PROVEN = new Finding.Proven(true);
    private static final Finding GONE = new Finding.Disproven("TXT record MISSING");
    private static final Finding UNDECIDED = new Finding.Undecided();
    private static final Optional<String> FREE = Optional.empty();
    private static final Optional<String> HELD = Optional.of("acme.test");

    @Test
    void takesAFreeNameWithTheFirstProof() {
        assertThat(new Unproven().after(PROVEN, FREE, NOW, GRACE)).isEqualTo(new Owned(NOW));
        assertThat(new Unproven().after(GONE, FREE, NOW, GRACE)).isEqualTo(new Unproven());
        assertThat(new Unproven().after(UNDECIDED, FREE, NOW, GRACE)).isEqualTo(new Unproven());
    }

    @Test
    void waitsForANameThatAnotherHasAndTakesItWhenItIsFree() {
        Ownership waiting = new Unproven().after(PROVEN, HELD, BEFORE, GRACE);

        assertThat(waiting).isEqualTo(new Waiting(BEFORE, "acme.test"));
        assertThat(waiting.after(PROVEN, HELD, NOW, GRACE)).isEqualTo(waiting);
        assertThat(waiting.after(UNDECIDED, FREE, NOW, GRACE)).isEqualTo(waiting);
        assertThat(waiting.after(GONE, FREE, NOW, GRACE)).isEqualTo(new Unproven());
        assertThat(waiting.after(PROVEN, FREE, NOW, GRACE)).isEqualTo(new Owned(NOW));
    }

    @Test
    void learnsNothingOfOthersWithoutAProof() {
        assertThat(new Unproven().after(GONE, HELD, NOW, GRACE)).isEqualTo(new Unproven());
        assertThat(new Unproven().after(UNDECIDED, HELD, NOW, GRACE)).isEqualTo(new Unproven());
    }

    @Test
    void keepsTheNameForTheWholeGracePeriodAfterItsProofIsGone() {
        Ownership doubt = new Owned(BEFORE).after(GONE, FREE, NOW, GRACE);

        assertThat(doubt).isEqualTo(new InDoubt(NOW, NOW.plus(GRACE)));
        assertThat(doubt.hasName()).isTrue();
        assertThat(doubt.after(GONE, FREE, NOW.plus(GRACE).minusMillis(1), GRACE))
                .isEqualTo(doubt);
        assertThat(doubt.after(PROVEN, FREE, NOW.plusSeconds(1), GRACE)).isEqualTo(new Owned(NOW.plusSeconds(1)));
        assertThat(doubt.after(GONE, FREE, NOW.plus(GRACE), GRACE)).isEqualTo(new Unproven());
        assertThat(doubt.after(UNDECIDED, FREE, NOW.plus(GRACE), GRACE)).isEqualTo(doubt);
    }

    @Test
    void losesNothingToServersThatDoNotAnswer() {
        for (Ownership state : List.of(new Owned(BEFORE), new InDoubt(BEFORE, NOW))) {
            assertThat(state.after(UNDECIDED, FREE, NOW.plus(GRACE), GRACE)).isEqualTo(state);
        }
    }

    @Test
    void tellsWhoWaitsWhatToDoAndNotWhoHasTheName() {
        assertThat(NameInUse.explanation("acme.test", new Waiting(NOW, "acme.test")))
                .contains("not yet possible", "remove every other verification record at _postroom.acme.test");
        assertThat(NameInUse.explanation("support.acme.test", new Waiting(NOW, "acme.test")))
                .contains("not yet possible", "below acme.test");
    }
}
