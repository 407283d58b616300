package org.postroom.outbound.waiting.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.waiting.Ticket;
import org.postroom.outbound.waiting.WaitingLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives waiting replies their turns, each in a transaction of its own. Replicas do not wait for each other. */
public final class WaitingWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingWorker.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int BATCH = 100;

    private final String name;
    private final WaitingLine<?> line;
    private final TransactionTemplate transactions;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * Takes the line to look after.
     *
     * @param name names the thread
     */
    public WaitingWorker(String name, WaitingLine<?> line, TransactionTemplate transactions) {
        this.name = name;
        this.line = line;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::repeat);
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

    private void repeat() {
        while (running) {
            Duration rest = PAUSE;
            try {
                List<Ticket> due = line.due(BATCH);
                due.forEach(this::turn);
                rest = due.size() == BATCH ? Duration.ZERO : PAUSE;
            } catch (RuntimeException failed) {
                LOG.atWarn().setCause(failed).log("Looking after waiting replies failed and will be tried again");
                rest = AFTER_FAILURE;
            }
            if (rest.isPositive()) {
                LockSupport.parkNanos(rest.toNanos());
            }
        }
    }

    private void turn(Ticket ticket) {
        if (!running) {
            return;
        }
        try {
            transactions.executeWithoutResult(status -> line.turn(ticket));
        } catch (RuntimeException broke) {
            LOG.atWarn()
                    .addKeyValue("organisationId", ticket.organisationId())
                    .addKeyValue("interactionId", ticket.interactionId())
                    .addKeyValue("replyId", ticket.replyId())
                    .setCause(broke)
                    .log("A waiting reply could not be taken further and will be tried again");
            transactions.executeWithoutResult(status -> line.broke(ticket));
        }
    }
}
