package org.postroom.verification.record.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps one slow name server from holding up the checks of all domains: each address is asked a few questions at a time,
 * and one that was silent several times in a row is left alone for a while.
 */
final class ServerGates {

    private static final int SILENT_AFTER = 10;
    private static final int MOST_GATES = 50_000;

    private final Map<InetAddress, Gate> gates = new ConcurrentHashMap<>();
    private final int concurrency;
    private final long silenceNanos;
    private final LongSupplier nanoTime;

    /**
     * Makes gates that are all open.
     *
     * @param concurrency how many questions one address is asked at the same time
     * @param silence how long an address is left alone
     * @param nanoTime a clock that only measures
     */
    ServerGates(int concurrency, Duration silence, LongSupplier nanoTime) {
        this.concurrency = concurrency;
        this.silenceNanos = silence.toNanos();
        this.nanoTime = nanoTime;
    }

    Gate of(InetAddress address) {
        if (gates.size() > MOST_GATES) {
            gates.values().removeIf(Gate::isIdle);
        }
        return gates.computeIfAbsent(address, unknown -> new Gate());
    }

    /** The gate of one address. */
    final class Gate {

        private final Semaphore free = new Semaphore(concurrency);
        private final AtomicInteger silentInARow = new AtomicInteger();
        private final AtomicLong closedSince = new AtomicLong();

        /** Whether the address was silent so often that it is left alone for now. */
        boolean isClosed() {
            return silentInARow.get() >= SILENT_AFTER && nanoTime.getAsLong() - closedSince.get() < silenceNanos;
        }

        /** Waits for a turn; false where none came in time. */
        boolean enter(Duration patience) {
            try {
                return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void leave() {
            free.release();
        }

        void answered() {
            silentInARow.set(0);
        }

        void silent() {
            if (silentInARow.incrementAndGet() >= SILENT_AFTER) {
                closedSince.set(nanoTime.getAsLong());
            }
        }

        private boolean isIdle() {
            return free.availablePermits() == concurrency && !isClosed();
        }
    }
}
