package org.postroom.console.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One page's watch. Signals that come faster than they are taken merge into one. */
public final class Subscription implements AutoCloseable {

    private final Semaphore news = new Semaphore(0);
    private final Consumer<Subscription> onClose;
    private volatile boolean open = true;
    private volatile boolean ended;

    Subscription(Consumer<Subscription> onClose) {
        this.onClose = onClose;
    }

    /**
     * Waits for a signal.
     *
     * @return true where something has changed, false where the time passed without news or the watch was closed
     */
    public boolean await(Duration patience) throws InterruptedException {
        boolean changed = news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        return changed && open;
    }

    /** False once the watch was closed. */
    public boolean isOpen() {
        return open;
    }

    /** Closes the watch for good: the page must not begin it anew. */
    public void end() {
        ended = true;
        close();
    }

    /** True once the watch was closed for good. */
    public boolean isEnded() {
        return ended;
    }

    void wake() {
        news.release();
    }

    @Override
    public void close() {
        open = false;
        wake();
        onClose.accept(this);
    }
}
