package org.postroom.local.chaos;

import java.time.Duration;

/**
 * What a run is to be like.
 *
 * @param duration how long things are broken; the time to start and to come to an end is added to it
 * @param mailsPerSecond how many mails customers write
 * @param seed decides the order of what happens, so that a run can be repeated
 */
public record ChaosPlan(Duration duration, double mailsPerSecond, long seed) {

    /**
     * Refuses what makes no run.
     *
     * @throws IllegalArgumentException where the duration or the rate is not above zero
     */
    public ChaosPlan {
        if (!duration.isPositive() || !(mailsPerSecond > 0)) {
            throw new IllegalArgumentException("Expected --minutes and --rate to be above zero, but got "
                    + duration.toMinutes() + " minutes and " + mailsPerSecond + " mails a second.");
        }
    }
}
