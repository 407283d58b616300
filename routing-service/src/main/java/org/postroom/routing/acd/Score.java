package org.postroom.routing.acd;

import java.time.Duration;
import java.time.Instant;

/**
 * The score of an interaction at one moment, by its parts: the highest is offered first.
 *
 * @param priority a head start, in minutes of waiting
 * @param minutesWaited the minutes since it entered the queue, with fractions
 */
public record Score(int priority, double minutesWaited) {

    private static final double NANOS_PER_MINUTE = 60e9;

    /** The score of an interaction that waits since the moment named. */
    public static Score at(int priority, Instant waitingSince, Instant now) {
        var waited = now.isBefore(waitingSince) ? Duration.ZERO : Duration.between(waitingSince, now);
        return new Score(priority, waited.toNanos() / NANOS_PER_MINUTE);
    }

    /** priority + minutesWaited. */
    public double total() {
        return priority + minutesWaited;
    }
}
