package org.postroom.domain.queue;

import java.time.Duration;

/**
 * How fast a queue is to answer.
 *
 * @param percent the share of interactions that are to be answered in time, 0 to 100
 * @param target the time, whole seconds, 1 second to 30 days
 */
public record ServiceLevel(int percent, Duration target) {

    private static final int ALL = 100;
    private static final Duration LONGEST = Duration.ofDays(30);

    /** 80 per cent within a day. */
    public static final ServiceLevel DEFAULT = new ServiceLevel(80, Duration.ofDays(1));

    /** Checks both ranges. */
    public ServiceLevel {
        percent = checkedPercent(percent);
        target = checkedTarget(target);
    }

    /**
     * Returns a share as it is.
     *
     * @throws IllegalArgumentException where it is not 0 to 100
     */
    public static int checkedPercent(int percent) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException("expected 0 to " + ALL + " per cent, but got " + percent);
        }
        return percent;
    }

    /**
     * Returns a time as it is.
     *
     * @throws IllegalArgumentException where it is not 1 second to 30 days
     */
    public static Duration checkedTarget(Duration target) {
        if (target.toSeconds() < 1 || target.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "expected 1 to " + LONGEST.toSeconds() + " seconds, but got " + target.toSeconds());
        }
        return target;
    }
}
