package org.postroom.benchmarks.smtp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Hands out the mails of a run, at a steady rate or as fast as they are taken. */
final class Pace {

    private final int messages;
    private final double perSecond;
    private final long startedAt = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Makes a pace.
     *
     * @param messages how many mails there are
     * @param perSecond how many are due each second; 0 for all at once
     */
    Pace(int messages, double perSecond) {
        this.messages = messages;
        this.perSecond = perSecond;
    }

    /** Waits until the next mail is due, and returns its number; negative where there is none left. */
    int next() {
        int number = next.getAndIncrement();
        if (number >= messages) {
            return -1;
        }
        if (perSecond > 0) {
            long due = startedAt
                    + (long) (number / perSecond * Duration.ofSeconds(1).toNanos());
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        return number;
    }
}
