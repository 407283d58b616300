package org.postroom.verification.check.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.check.DomainChecker;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes checks that are due, again and again, and runs several at once: they mostly wait for name servers. */
public final class CheckLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DomainChecker checker;
    private final CheckMetrics metrics;
    private final Duration pause;
    private final Duration lease;
    private final Semaphore free;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * Makes a loop; it starts with the application.
     *
     * @param atOnce how many checks run at once
     * @param pause how long to wait where nothing was due
     * @param lease how long a check may take before another replica repeats it
     */
    public CheckLoop(DomainChecker checker, CheckMetrics metrics, int atOnce, Duration pause, Duration lease) {
        this.checker = checker;
        this.metrics = metrics;
        this.pause = pause;
        this.lease = lease;
        this.free = new Semaphore(atOnce);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("check-loop").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                LockSupport.parkNanos(takeAndRun(workers).toNanos());
            }
        }
    }

    /** Returns how long to wait before the next time: not at all where there is more to do. */
    private Duration takeAndRun(ExecutorService workers) {
        try {
            free.acquireUninterruptibly();
            int most = 1 + free.drainPermits();
            List<DueCheck> due = take(most);
            due.forEach(check -> workers.execute(() -> run(check)));
            return due.size() == most ? Duration.ZERO : pause;
        } catch (RuntimeException failed) {
            LOG.atWarn().setCause(failed).log("Looking for checks that are due failed and will be tried again");
            return AFTER_FAILURE;
        }
    }

    /** Takes at most as many as there are places held, and gives the other places back. */
    private List<DueCheck> take(int most) {
        int taken = 0;
        try {
            List<DueCheck> due = checker.takeDue(most, lease);
            taken = due.size();
            return due;
        } finally {
            free.release(most - taken);
        }
    }

    private void run(DueCheck check) {
        var identity = check.domain().identity();
        try {
            metrics.count(() -> checker.run(check));
            LOG.atDebug()
                    .addKeyValue("organisationId", identity.organisationId())
                    .addKeyValue("domainId", identity.domainId())
                    .log("Checked a domain");
        } catch (RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("organisationId", identity.organisationId())
                    .addKeyValue("domainId", identity.domainId())
                    .setCause(failed)
                    .log("Checking a domain failed; it is checked again when its lease ends");
        } finally {
            free.release();
        }
    }
}
