package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import org.postroom.routing.id.Id;

/**
 * What is to be forgotten after a fixed time, oldest first. Only the space is reclaimed here, a few things with every
 * decision; whether something still counts is decided by its own time, so that it does not depend on when it goes.
 */
final class Memory<K extends Id> {

    private static final int FORGOTTEN_AT_ONCE = 4;

    private final Deque<Entry<K>> entries = new ArrayDeque<>();
    private final Duration window;

    private record Entry<K>(Instant due, K id) {}

    /** @param window how long each thing is remembered */
    Memory(Duration window) {
        this.window = window;
    }

    void remember(K id, Instant since) {
        entries.addLast(new Entry<>(since.plus(window), id));
    }

    /**
     * Forgets what is due.
     *
     * @param forget answers false where the thing is still needed and is to be looked at again a window later
     */
    void forgetDue(Instant now, BiPredicate<K, Instant> forget) {
        for (int done = 0; done < FORGOTTEN_AT_ONCE; done++) {
            var oldest = entries.peekFirst();
            if (oldest == null || oldest.due().isAfter(now)) {
                return;
            }
            entries.removeFirst();
            if (!forget.test(oldest.id(), now)) {
                remember(oldest.id(), now);
            }
        }
    }

    /** Brings restored entries, which come in any order, into the order of their time. */
    void sort() {
        var sorted = List.copyOf(
                entries.stream().sorted(Comparator.comparing(Entry::due)).toList());
        entries.clear();
        entries.addAll(sorted);
    }
}
