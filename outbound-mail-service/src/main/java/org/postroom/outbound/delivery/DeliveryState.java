package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * How far the delivery to one group of recipients is. Each state offers only the moves that lead on from it:
 *
 * <pre>
 * Queued ─┐                ┌─▶ Deferred ─▶ Attempting …
 *         ├─▶ Attempting ──┼─▶ HandingOver ─▶ Sent | Deferred | Failed | Uncertain
 * Deferred┘                └─▶ Failed
 * </pre>
 *
 * An abandoned attempt, one whose sender stopped, is made again as long as the mail was not handed over; from there on
 * nobody knows whether it arrived, and it is not repeated.
 */
public sealed interface DeliveryState {

    /**
     * Waits for its first attempt.
     *
     * @param dueAt when that is due
     */
    record Queued(Instant dueAt) implements DeliveryState {

        /** Begins the first attempt. */
        public Attempting attempt() {
            return new Attempting(1);
        }
    }

    /**
     * Waits for another attempt.
     *
     * @param attempts the attempts made so far
     * @param dueAt when the next one is due
     * @param reason why the last one did not succeed
     */
    record Deferred(int attempts, Instant dueAt, String reason) implements DeliveryState {

        /** Begins the next attempt. */
        public Attempting attempt() {
            return new Attempting(attempts + 1);
        }
    }

    /**
     * A sender is talking to a server that has not got the whole mail yet.
     *
     * @param attempt the number of the attempt, from 1
     */
    record Attempting(int attempt) implements DeliveryState {

        /** Records that the server is about to get the last octet. */
        public HandingOver handOver() {
            return new HandingOver(attempt);
        }

        /** Ends the attempt. */
        public DeliveryState conclude(Collection<Outcome> outcomes, Optional<Instant> next) {
            return conclusion(attempt, outcomes, next);
        }

        /** The sender stopped: nothing was handed over, so the attempt is made again at once. */
        public Deferred abandoned(Instant now) {
            return new Deferred(attempt, now, "the sender stopped before it handed the mail over");
        }
    }

    /**
     * A server has the whole mail, or will in a moment.
     *
     * @param attempt the number of the attempt, from 1
     */
    record HandingOver(int attempt) implements DeliveryState {

        /** Ends the attempt. */
        public DeliveryState conclude(Collection<Outcome> outcomes, Optional<Instant> next) {
            return conclusion(attempt, outcomes, next);
        }

        /** The sender stopped: nobody knows what the server answered. */
        public Uncertain abandoned() {
            return new Uncertain(attempt);
        }
    }

    /**
     * Every recipient's server took it.
     *
     * @param attempts the attempts it took
     */
    record Sent(int attempts) implements DeliveryState {}

    /**
     * At least one recipient was refused, and nothing is left to try.
     *
     * @param attempts the attempts it took
     */
    record Failed(int attempts) implements DeliveryState {}

    /**
     * Nobody knows whether it arrived.
     *
     * @param attempts the attempts it took
     */
    record Uncertain(int attempts) implements DeliveryState {}

    private static DeliveryState conclusion(int attempt, Collection<Outcome> outcomes, Optional<Instant> next) {
        Optional<String> deferral = outcomes.stream()
                .filter(Outcome.Deferred.class::isInstance)
                .map(outcome -> ((Outcome.Deferred) outcome).reason())
                .findFirst();
        if (deferral.isPresent() && next.isPresent()) {
            return new Deferred(attempt, next.get(), deferral.get());
        }
        if (outcomes.stream().anyMatch(Outcome.Unknown.class::isInstance)) {
            return new Uncertain(attempt);
        }
        return outcomes.stream().allMatch(Outcome.Delivered.class::isInstance)
                ? new Sent(attempt)
                : new Failed(attempt);
    }
}
