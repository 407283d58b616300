package org.postroom.runtime.deadletter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a listener has been standing on one record, and what to do after its next failure. Pauses grow from a tenth of a
 * second to ten seconds. Only the pauses after unclear failures use patience up: while a part of ours was gone, nothing was
 * learnt about the record. Not for several threads.
 */
final class Standing {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    /** The longest pause between two attempts. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final int TO_BE_SURE = 3;

    private final long offset;
    private final long beganNanos;
    private int failures;
    private int certain;
    private int unclear;
    private Duration nextPause = FIRST_PAUSE;
    private Duration waited = Duration.ZERO;

    Standing(long offset, long nanoTime) {
        this.offset = offset;
        this.beganNanos = nanoTime;
    }

    long offset() {
        return offset;
    }

    /** How often it has failed. */
    int failures() {
        return failures;
    }

    Duration since(long nanoTime) {
        return Duration.ofNanos(nanoTime - beganNanos);
    }

    /**
     * Notes a failure.
     *
     * @param patience how long an unclear failure may be tried again, in sum of pauses
     * @param hurried whether records of the same organisation are set aside already: then patience has been had
     * @return the pause before the next attempt; null where the record is to be set aside
     */
    @Nullable
    Duration failed(FailureKind kind, Duration patience, boolean hurried) {
        failures++;
        return switch (kind) {
            case WAIT -> pause();
            case UNREADABLE -> null;
            case CERTAIN -> ++certain >= TO_BE_SURE ? null : pause();
            case UNCLEAR -> isOver(patience, hurried) ? null : countedPause(patience);
        };
    }

    private boolean isOver(Duration patience, boolean hurried) {
        unclear++;
        return (hurried && unclear >= TO_BE_SURE) || waited.compareTo(patience) >= 0;
    }

    private Duration countedPause(Duration patience) {
        Duration left = patience.minus(waited);
        Duration pause = pause();
        Duration counted = pause.compareTo(left) < 0 ? pause : left;
        waited = waited.plus(counted);
        return counted;
    }

    private Duration pause() {
        Duration pause = nextPause;
        Duration doubled = pause.multipliedBy(2);
        nextPause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return pause;
    }
}
