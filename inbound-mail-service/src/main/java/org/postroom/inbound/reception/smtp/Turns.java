package org.postroom.inbound.reception.smtp;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Does one session's work one thing after the other: on netty's thread, which serves many sessions and must not wait, and what may
 * block on another thread. While that is away, everything else of the session is put off until it has come back.
 *
 * <p>Used on netty's thread only, but for {@link #execute}.
 */
final class Turns implements Executor {

    private final EventLoop loop;
    private final Executor threads;
    private final Queue<Runnable> putOff = new ArrayDeque<>();
    private Runnable goOn = () -> {};
    private boolean isAway;

    /**
     * @param loop netty's thread of the connection
     * @param threads give a thread to whatever is asked of them, at once
     */
    Turns(EventLoop loop, Executor threads) {
        this.loop = loop;
        this.threads = threads;
    }

    /** What is to be done each time that work has come back, and nothing is put off any more. */
    void whenBack(Runnable next) {
        goOn = next;
    }

    /** True while work that may block is on its way: nothing of the session may be touched then. */
    boolean isAway() {
        return isAway;
    }

    /** Does something that does not block: now, or once the work that is away has come back. */
    void take(Runnable task) {
        if (isAway) {
            putOff.add(task);
        } else {
            task.run();
        }
    }

    /** As {@link #take}, from any thread. */
    @Override
    public void execute(Runnable task) {
        loop.execute(() -> take(task));
    }

    /** Begins something that may block. Whatever it throws is its own to handle. */
    void send(Runnable task) {
        isAway = true;
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                comeBack();
            }
        });
    }

    private void comeBack() {
        try {
            loop.execute(this::goOn);
        } catch (RejectedExecutionException ended) {
            // Netty's thread has ended with the server, and so nobody else touches the session any more.
            goOn();
        }
    }

    private void goOn() {
        isAway = false;
        while (!isAway && !putOff.isEmpty()) {
            putOff.remove().run();
        }
        if (!isAway) {
            goOn.run();
        }
    }
}
