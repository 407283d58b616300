package org.postroom.routing.timer;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The timers that run, of every kind, the next one first. Not safe for use by several threads. */
public final class Timers {

    private final NavigableSet<Timer> running = new TreeSet<>();

    /** Lets a timer run; without effect where it runs already. */
    public void start(Timer timer) {
        running.add(timer);
    }

    /** Calls a timer off; without effect where it does not run. */
    public void stop(Timer timer) {
        running.remove(timer);
    }

    /** The timer that is due first; null where none runs. */
    public @Nullable Timer next() {
        return running.isEmpty() ? null : running.first();
    }

    /** The timer that is due first, taken out; null where none is due yet. */
    public @Nullable Timer takeDue(Instant now) {
        return running.isEmpty() || !running.first().isDue(now) ? null : running.pollFirst();
    }
}
