package org.postroom.runtime.work;

import java.time.Duration;

/** The pauses after failures that follow each other: 1, 2, 4 and from then on 8 seconds. Not for several threads. */
public final class GrowingPause {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private Duration next = FIRST;

    /** Begins with the shortest. */
    public GrowingPause() {}

    /** The pause after one more failure. */
    public Duration afterFailure() {
        Duration pause = next;
        next = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        return pause;
    }

    /** Something went well: the next failure is the first again. */
    public void reset() {
        next = FIRST;
    }
}
