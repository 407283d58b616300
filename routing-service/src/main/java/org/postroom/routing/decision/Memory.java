package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.Id;

/**
 * What is to be forgotten after a fixed time, oldest first. Only the space is reclaimed here, a few things with every
 * decision; whether something still counts is decided by its own time, so that it does not depend on when it goes.
 *
 * <p>A ring of plain arrays: every decision looks at the oldest and adds a few, and there may be millions.
 */
final class Memory<K extends Id> {

    private static final int FORGOTTEN_AT_ONCE = 4;
    private static final int FIRST_CAPACITY = 16;

    private final long window;

    /** When each is due, in nanoseconds since 1970; as many as {@link #ids}, which is a power of two. */
    private long[] due = new long[FIRST_CAPACITY];

    private @Nullable Object[] ids = new Object[FIRST_CAPACITY];
    private int oldest;
    private int count;

    /** @param window how long each thing is remembered */
    Memory(Duration window) {
        this.window = window.toNanos();
    }

    void remember(K id, Instant since) {
        if (count == ids.length) {
            grow();
        }
        int place = place(count);
        due[place] = nanos(since) + window;
        ids[place] = id;
        count++;
    }

    /**
     * Forgets what is due.
     *
     * @param forget answers false where the thing is still needed and is to be looked at again a window later
     */
    void forgetDue(Instant now, BiPredicate<K, Instant> forget) {
        long present = nanos(now);
        for (int done = 0; done < FORGOTTEN_AT_ONCE && count > 0 && due[oldest] <= present; done++) {
            K id = takeOldest();
            if (!forget.test(id, now)) {
                remember(id, now);
            }
        }
    }

    /** Brings restored entries, which come in any order, into the order of their time. */
    void sort() {
        List<Integer> places = IntStream.range(0, count)
                .map(this::place)
                .boxed()
                .sorted(Comparator.comparingLong(place -> due[place]))
                .toList();
        long[] sortedDue = new long[ids.length];
        @Nullable Object[] sortedIds = new Object[ids.length];
        for (int next = 0; next < count; next++) {
            sortedDue[next] = due[places.get(next)];
            sortedIds[next] = ids[places.get(next)];
        }
        due = sortedDue;
        ids = sortedIds;
        oldest = 0;
    }

    @SuppressWarnings("unchecked") // only what remember() takes is in it
    private K takeOldest() {
        K id = (K) Objects.requireNonNull(ids[oldest]);
        ids[oldest] = null;
        oldest = place(1);
        count--;
        return id;
    }

    private int place(int afterOldest) {
        return (oldest + afterOldest) & (ids.length - 1);
    }

    private void grow() {
        int begin = ids.length - oldest;
        long[] more = Arrays.copyOfRange(due, oldest, oldest + 2 * ids.length);
        System.arraycopy(due, 0, more, begin, oldest);
        @Nullable Object[] moreIds = Arrays.copyOfRange(ids, oldest, oldest + 2 * ids.length);
        System.arraycopy(ids, 0, moreIds, begin, oldest);
        due = more;
        ids = moreIds;
        oldest = 0;
    }

    private static long nanos(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }
}
