package org.postroom.benchmarks.smtp;

import java.util.Collection;
import java.util.Locale;

/** Durations of the same kind, to be told by their percentiles. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** Takes durations in nanoseconds. */
    static Latencies of(Collection<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /**
     * The smallest duration that the given share of all does not exceed, in milliseconds; NaN where there is none.
     *
     * @param percent above 0, at most 100
     */
    double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %8.1f ms   p99 %8.1f ms   max %8.1f ms   (%d)",
                percentile(50),
                percentile(99),
                percentile(100),
                count());
    }
}
