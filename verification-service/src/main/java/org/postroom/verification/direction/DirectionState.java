package org.postroom.verification.direction;

import java.time.Duration;
import java.time.Instant;
import org.postroom.verification.direction.DirectionChange.BecameDegraded;
import org.postroom.verification.direction.DirectionChange.BecameFailed;
import org.postroom.verification.direction.DirectionChange.BecameVerified;
import org.postroom.verification.direction.Finding.Disproven;
import org.postroom.verification.direction.Finding.Proven;
import org.postroom.verification.direction.Finding.Undecided;

/**
 * Whether a domain may be used in one direction.
 *
 * <pre>
 * NotStarted ──▶ Pending ──(grace over)──▶ Failed
 *      │            │                        ▲ │
 *      └────────────┴─▶ Verified ◀───────────┼─┘
 *                        │  ▲                │
 *                        ▼  │                │
 *                      Degraded ─(grace over)┘
 * </pre>
 *
 * What could not be found out changes nothing, except that the first check starts the waiting.
 */
public sealed interface DirectionState {

    /** The state that follows a finding. */
    Transition after(Finding finding, Instant now, Duration grace);

    /** Never checked. */
    record NotStarted() implements DirectionState {

        @Override
        public Transition after(Finding finding, Instant now, Duration grace) {
            return switch (finding) {
                case Proven proven -> verified(proven, now);
                case Disproven disproven -> Transition.silent(new Pending(now));
                case Undecided undecided -> Transition.silent(new Pending(now));
            };
        }
    }

    /**
     * Not proven yet.
     *
     * @param since when the waiting began
     */
    record Pending(Instant since) implements DirectionState {

        @Override
        public Transition after(Finding finding, Instant now, Duration grace) {
            return switch (finding) {
                case Proven proven -> verified(proven, now);
                case Disproven disproven ->
                    now.isBefore(since.plus(grace)) ? Transition.silent(this) : failed(disproven, now);
                case Undecided undecided -> Transition.silent(this);
            };
        }
    }

    /**
     * Proven: the direction may be used.
     *
     * @param since when it was proven
     */
    record Verified(Instant since) implements DirectionState {

        @Override
        public Transition after(Finding finding, Instant now, Duration grace) {
            return switch (finding) {
                case Proven proven -> Transition.silent(this);
                case Disproven disproven ->
                    Transition.telling(
                            new Degraded(now, now.plus(grace)),
                            new BecameDegraded(disproven.reason(), now.plus(grace)));
                case Undecided undecided -> Transition.silent(this);
            };
        }
    }

    /**
     * Proven once, now in doubt: the direction may be used until the grace period ends.
     *
     * @param since when the doubt began
     * @param graceEndsAt when it fails
     */
    record Degraded(Instant since, Instant graceEndsAt) implements DirectionState {

        @Override
        public Transition after(Finding finding, Instant now, Duration grace) {
            return switch (finding) {
                case Proven proven -> verified(proven, now);
                case Disproven disproven ->
                    now.isBefore(graceEndsAt) ? Transition.silent(this) : failed(disproven, now);
                case Undecided undecided -> Transition.silent(this);
            };
        }
    }

    /**
     * Not proven in time. It is checked on, and may still be proven.
     *
     * @param since when it failed
     */
    record Failed(Instant since) implements DirectionState {

        @Override
        public Transition after(Finding finding, Instant now, Duration grace) {
            return finding instanceof Proven proven ? verified(proven, now) : Transition.silent(this);
        }
    }

    private static Transition verified(Proven proven, Instant now) {
        return Transition.telling(new Verified(now), new BecameVerified(proven.ofName()));
    }

    private static Transition failed(Disproven finding, Instant now) {
        return Transition.telling(new Failed(now), new BecameFailed(finding.reason()));
    }
}
