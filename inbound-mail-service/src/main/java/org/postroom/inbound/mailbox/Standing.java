package org.postroom.inbound.mailbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fetching from a mailbox goes.
 *
 * @param failingSince since when nothing is fetched; null where all is well
 * @param problem what is wrong, for people; null where nothing is
 * @param refusals how often in a row the sign-in was refused
 * @param failures how often in a row it failed, for whatever reason
 * @param nextAttempt when it is tried again
 * @param fetchedAt when the last round went well; null for never
 */
public record Standing(
        @Nullable Instant failingSince,
        @Nullable String problem,
        int refusals,
        int failures,
        Instant nextAttempt,
        @Nullable Instant fetchedAt) {

    /** So many refusals, and it is told: one may be a slip of the provider's. */
    private static final int TOLD_AFTER = 2;

    /** After so many refusals attempts are rare, since providers lock accounts. */
    private static final int RARE_AFTER = 5;

    private static final Duration RARE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 4;

    /** Before the first attempt, which is due at once. */
    public static Standing fresh(Instant now) {
        return new Standing(null, null, 0, 0, now, null);
    }

    /** After a round that went well. */
    public Standing fetched(Instant now) {
        return new Standing(null, null, 0, 0, now, now);
    }

    /**
     * After an attempt that failed.
     *
     * @param refused whether the sign-in was refused
     * @param pause how long to wait after a refusal; after other failures a twelfth of it at first, then longer and longer
     */
    public Standing failed(String why, boolean refused, Duration pause, Instant now) {
        int refusedNow = refused ? refusals + 1 : 0;
        Duration growing = pause.dividedBy(12).multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration rest = refusedNow >= RARE_AFTER ? RARE : refused ? pause : growing;
        return new Standing(
                failingSince == null ? now : failingSince, why, refusedNow, failures + 1, now.plus(rest), fetchedAt);
    }

    /** Whether it is now that the log is told that the sign-in is refused. */
    public boolean isToBeTold() {
        return refusals == TOLD_AFTER;
    }

    /** Whether the sign-in is refused, as far as is known. */
    public boolean isRefused() {
        return refusals > 0;
    }
}
