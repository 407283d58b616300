package org.postroom.verification.check.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.postroom.runtime.work.Work;
import org.postroom.verification.check.DomainChecker;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes checks that are due, again and again, and runs several at once: they mostly wait for name servers. */
public final class DueChecks implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(DueChecks.class);

    private final DomainChecker checker;
    private final CheckMetrics metrics;
    private final Duration pause;
    private final Duration lease;
    private final Semaphore free;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Makes the work for one start of the service.
     *
     * @param atOnce how many checks run at once
     * @param pause how long to wait where nothing was due
     * @param lease how long a check may take before another replica repeats it
     */
    public DueChecks(DomainChecker checker, CheckMetrics metrics, int atOnce, Duration pause, Duration lease) {
        this.checker = checker;
        this.metrics = metrics;
        this.pause = pause;
        this.lease = lease;
        this.free = new Semaphore(atOnce);
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        free.acquireUninterruptibly();
        int most = 1 + free.drainPermits();
        List<DueCheck> due = take(most);
        due.forEach(check -> workers.execute(() -> run(check)));
        return due.size() == most ? Duration.ZERO : pause;
    }

    /** Waits for the checks that are running. */
    @Override
    public void close() {
        workers.close();
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
