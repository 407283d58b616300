package org.postroom.console.assignment;

import java.time.Duration;
import java.time.Instant;

/**
 * An interaction that waits in a queue.
 *
 * @param position its place, counted from 1: the highest score is first
 * @param interactionId the interaction
 * @param subject its subject; empty for none
 * @param customer the customer's name or address
 * @param priority a head start, in minutes of waiting
 * @param waitingSince since when it waits
 */
public record WaitingLine(
        int position, String interactionId, String subject, String customer, int priority, Instant waitingSince) {

    /** Its score at a moment. */
    public Score score(Instant now) {
        long waited = Math.max(0, Duration.between(waitingSince, now).toMillis());
        return new Score(priority, waited / 60_000.0);
    }
}
