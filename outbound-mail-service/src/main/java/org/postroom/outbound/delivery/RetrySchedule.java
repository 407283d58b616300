package org.postroom.outbound.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a deferred mail is tried again (RFC 5321, section 4.5.4.1).
 *
 * @param delays the pauses after the first, second, … attempt; the last one repeats
 * @param giveUpAfter how long after it was queued a mail is given up
 */
public record RetrySchedule(List<Duration> delays, Duration giveUpAfter) {

    /** Refuses a schedule without pauses. */
    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> !delay.isPositive())) {
            throw new IllegalArgumentException("expected one or more positive delays, but got " + delays);
        }
        if (!giveUpAfter.isPositive()) {
            throw new IllegalArgumentException("expected a positive time to give up after, but got " + giveUpAfter);
        }
    }

    /**
     * When the next attempt is due; empty where the time to try has run out.
     *
     * @param queuedAt when the mail was queued
     * @param attempts the attempts made so far, at least 1
     * @param now when the last one ended
     */
    public Optional<Instant> next(Instant queuedAt, int attempts, Instant now) {
        Duration delay = delays.get(Math.min(attempts, delays.size()) - 1);
        Instant due = now.plus(delay);
        return due.isAfter(queuedAt.plus(giveUpAfter)) ? Optional.empty() : Optional.of(due);
    }
}
