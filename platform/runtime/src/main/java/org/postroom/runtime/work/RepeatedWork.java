package org.postroom.runtime.work;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats some work on a daemon thread of its own, from the application's start to its end. Between rounds it rests as
 * long as the round said, after failures {@link GrowingPause longer and longer}; nothing but {@link #stop} ends it.
 *
 * <p>Stopping ends a rest at once and waits up to 15 seconds for a round that is running; one that takes longer is
 * interrupted and left to its end. It may be started again, with new work.
 */
public final class RepeatedWork implements SmartLifecycle, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Supplier<? extends Work> source;
    private final Consumer<Duration> rest;
    private final LongSupplier nanoTime;
    private final Duration patience;
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable Long failingSince;
    private volatile @Nullable Long roundSince;
    private volatile @Nullable Run run;

    /**
     * Takes the work; it begins with {@link #start}.
     *
     * @param name names the thread, and the work in metrics and logs
     * @param source makes the work for each start, and is asked again where it fails
     */
    public RepeatedWork(String name, Supplier<? extends Work> source) {
        this(name, source, pause -> LockSupport.parkNanos(pause.toNanos()), System::nanoTime, PATIENCE);
    }

    RepeatedWork(
            String name,
            Supplier<? extends Work> source,
            Consumer<Duration> rest,
            LongSupplier nanoTime,
            Duration patience) {
        this.name = name;
        this.source = source;
        this.rest = rest;
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    /** Begins the work, unless it has begun. */
    @Override
    public synchronized void start() {
        if (run == null) {
            Run next = new Run();
            run = next;
            next.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Run ending = run;
        run = null;
        if (ending != null) {
            ending.end();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    /** Registers {@code postroom.work.failures}, {@code postroom.work.failing} and {@code postroom.work.round}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Tags tags = Tags.of("work", name);
        FunctionCounter.builder("postroom.work.failures", failures, AtomicLong::get)
                .tags(tags)
                .description("Rounds of work that failed and were tried again")
                .register(registry);
        TimeGauge.builder("postroom.work.failing", () -> since(failingSince), TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("How long no round has gone well; 0 where the last one did")
                .register(registry);
        TimeGauge.builder("postroom.work.round", () -> since(roundSince), TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("How long the present round has been running; 0 while the work rests")
                .register(registry);
    }

    private long since(@Nullable Long begin) {
        return begin == null ? 0 : nanoTime.getAsLong() - begin;
    }

    /** The work from one start to the next stop: what is stopped does not come back to life with the next start. */
    private final class Run {

        private final Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(this::repeat);
        private final GrowingPause pauses = new GrowingPause();
        private volatile boolean goesOn = true;
        private @Nullable Work work;

        private void repeat() {
            while (goesOn) {
                Duration pause = round();
                if (goesOn && pause.isPositive()) {
                    rest.accept(pause);
                }
            }
            close();
        }

        private Duration round() {
            roundSince = nanoTime.getAsLong();
            try {
                Work present = present();
                Duration pause = present.round(() -> goesOn);
                pauses.reset();
                failingSince = null;
                return pause;
            } catch (RuntimeException failed) {
                failures.incrementAndGet();
                failingSince = failingSince == null ? Long.valueOf(nanoTime.getAsLong()) : failingSince;
                log(failed, "Repeated work failed and will be tried again");
                return pauses.afterFailure();
            } finally {
                roundSince = null;
            }
        }

        private Work present() {
            Work present = work == null ? source.get() : work;
            work = present;
            return present;
        }

        private void close() {
            failingSince = null;
            try {
                if (work != null) {
                    work.close();
                }
            } catch (RuntimeException stuck) {
                log(stuck, "Repeated work did not end in order");
            }
        }

        private void end() {
            goesOn = false;
            LockSupport.unpark(thread);
            try {
                if (!thread.join(patience)) {
                    thread.interrupt();
                    LOG.atWarn().addKeyValue("work", name).log("Repeated work did not end in time and was interrupted");
                }
            } catch (InterruptedException hurried) {
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }

        private void log(RuntimeException cause, String text) {
            LOG.atWarn().addKeyValue("work", name).setCause(cause).log(text);
        }
    }
}
