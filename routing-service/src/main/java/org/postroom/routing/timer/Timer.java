package org.postroom.routing.timer;

import java.time.Instant;
import java.util.Comparator;
import org.postroom.routing.id.InteractionId;

/**
 * Something that is to happen at a moment unless it is called off before. Timers of every kind run in one order: by their
 * moment, then by kind and name, so that those of the same moment are due in the same order each time.
 */
public sealed interface Timer extends Comparable<Timer> {

    /** The order in which timers are due. */
    Comparator<Timer> EARLIEST_FIRST = Comparator.comparing(Timer::dueAt)
            .thenComparing(timer -> timer.getClass().getSimpleName())
            .thenComparing(Timer::name);

    /** When it is due. */
    Instant dueAt();

    /** What it is about: no two timers of a kind and a moment have the same. */
    String name();

    /** True from its moment on. */
    default boolean isDue(Instant now) {
        return !dueAt().isAfter(now);
    }

    @Override
    default int compareTo(Timer other) {
        return EARLIEST_FIRST.compare(this, other);
    }

    /** After-call work that its agent has not ended by then ends. */
    record WrapUpEnds(Instant dueAt, InteractionId interactionId) implements Timer {

        @Override
        public String name() {
            return interactionId.value();
        }
    }

    /** What was parked comes back. */
    record ParkEnds(Instant dueAt, InteractionId interactionId) implements Timer {

        @Override
        public String name() {
            return interactionId.value();
        }
    }

    /** What was kept for the last agent of its conversation is open to everybody from then on. */
    record KeepingEnds(Instant dueAt, InteractionId interactionId) implements Timer {

        @Override
        public String name() {
            return interactionId.value();
        }
    }

    /** An offer that its agent has not answered by then goes back to its queue. */
    record OfferExpires(Instant dueAt, InteractionId interactionId) implements Timer {

        @Override
        public String name() {
            return interactionId.value();
        }
    }
}
