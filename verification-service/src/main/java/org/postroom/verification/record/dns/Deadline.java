package org.postroom.verification.record.dns;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When the time for one check is used up.
 *
 * @param at the moment, in nanoseconds of the clock
 * @param nanoTime a clock that only measures
 */
record Deadline(long at, LongSupplier nanoTime) {

    /** How much is left; not negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - nanoTime.getAsLong()));
    }
}
