package org.postroom.outbound.delivery.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.Attempt;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.DueDeliveries;
import org.postroom.outbound.delivery.Ledger;
import org.postroom.outbound.delivery.Settlement;
import org.postroom.runtime.work.GrowingPause;
import org.postroom.runtime.work.RepeatedWork;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes due deliveries from the ledger and runs them, each on a virtual thread of its own. It gives a sign of life while
 * it runs, and takes care of the attempts of senders that no longer do.
 */
final class DeliveryWorker implements SmartLifecycle, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration WHILE_HELD = Duration.ofMinutes(1);
    private static final int BEATS_PER_LEASE = 4;

    private final String sender;
    private final DeliverySettings settings;
    private final Duration holdAtMost;
    private final DueDeliveries due;
    private final Ledger ledger;
    private final Attempt attempt;
    private final Settlement settlement;
    private final Clock clock;
    private final Semaphore free;
    private final RepeatedWork delivering = new RepeatedWork("delivery", this::delivering);
    private final RepeatedWork watching = new RepeatedWork("delivery-watch", () -> goesOn -> watch());
    private volatile @Nullable ExecutorService attempts;

    DeliveryWorker(
            String sender,
            DeliverySettings settings,
            Duration holdAtMost,
            DueDeliveries due,
            Ledger ledger,
            Attempt attempt,
            Settlement settlement,
            Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.holdAtMost = holdAtMost;
        this.due = due;
        this.ledger = ledger;
        this.attempt = attempt;
        this.settlement = settlement;
        this.clock = clock;
        this.free = new Semaphore(settings.concurrency());
    }

    @Override
    public void start() {
        due.beat(sender);
        attempts = Executors.newVirtualThreadPerTaskExecutor();
        delivering.start();
        watching.start();
    }

    /** Signs of life go on until the last attempt has ended, or no longer is waited for. */
    @Override
    public void stop() {
        delivering.stop();
        ExecutorService executor = attempts;
        if (executor != null) {
            executor.shutdown();
            awaitEnd(executor);
        }
        watching.stop();
    }

    @Override
    public boolean isRunning() {
        return delivering.isRunning();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        delivering.bindTo(registry);
        watching.bindTo(registry);
    }

    private Work delivering() {
        ExecutorService executor = Objects.requireNonNull(attempts);
        return goesOn -> runDue(executor, goesOn);
    }

    private Duration runDue(ExecutorService executor, BooleanSupplier goesOn) {
        int room = free.drainPermits();
        int taken = 0;
        try {
            while (goesOn.getAsBoolean() && taken < room) {
                List<Delivery> due = claim(room - taken);
                due.forEach(delivery -> executor.execute(() -> run(delivery)));
                taken += due.size();
                if (due.isEmpty()) {
                    break;
                }
            }
            return settings.pollInterval();
        } finally {
            free.release(room - taken);
        }
    }

    private List<Delivery> claim(int most) {
        List<Delivery> claimed = due.claim(sender, clock.instant(), most);
        return claimed.isEmpty() ? due.claimThroughServers(sender, clock.instant(), most) : claimed;
    }

    private void run(Delivery delivery) {
        try {
            var ending = new Ending(delivery, attempt.make(delivery));
            var pauses = new GrowingPause();
            while (!ending.recorded(settlement, clock.instant()) && isRunning()) {
                LockSupport.parkNanos(pauses.afterFailure().toNanos());
            }
        } finally {
            free.release();
        }
    }

    private Duration watch() {
        due.beat(sender);
        Instant now = clock.instant();
        for (Ledger.Abandoned abandoned : ledger.abandoned(settings.senderLease())) {
            LOG.atWarn()
                    .addKeyValue("replyId", abandoned.delivery().reply().replyId())
                    .addKeyValue("attempt", abandoned.delivery().attempt())
                    .addKeyValue("handedOver", abandoned.handedOver())
                    .log("Found an attempt whose sender stopped");
            settleAbandoned(abandoned, now);
        }
        lookAfterHeld(now);
        return settings.senderLease().dividedBy(BEATS_PER_LEASE);
    }

    /** One that cannot be settled keeps nobody else waiting, and is found again. */
    private void settleAbandoned(Ledger.Abandoned abandoned, Instant now) {
        try {
            settlement.abandoned(abandoned, now);
        } catch (RuntimeException failed) {
            LOG.atError()
                    .addKeyValue("replyId", abandoned.delivery().reply().replyId())
                    .addKeyValue("attempt", abandoned.delivery().attempt())
                    .setCause(failed)
                    .log("An abandoned attempt could not be settled; that will be tried again");
        }
    }

    /** What may not leave is asked again every minute, unless news comes before, and is given up in the end. */
    private void lookAfterHeld(Instant now) {
        due.hold(now, now.plus(WHILE_HELD));
        for (OutgoingReply reply : ledger.queuedBefore(now.minus(holdAtMost))) {
            settlement.giveUp(reply, "5.4.7", "expected to be allowed to send it in time, but it was not", now);
        }
    }

    private static void awaitEnd(ExecutorService executor) {
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopped while attempts to deliver were still running");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
