package org.postroom.outbound.signing.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives domains the keys they lack, lets keys take over that are due, and destroys those whose time of grace is over.
 * Replicas may do the same at once: each step locks its domain and looks again.
 */
@Component
@InStage(Stage.SEND)
final class KeyKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DkimKeys keys;
    private final IssueKeys issuing;
    private final RotationSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    KeyKeeper(
            DkimKeys keys,
            IssueKeys issuing,
            RotationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.keys = keys;
        this.issuing = issuing;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("dkim-keys").daemon().start(this::repeat);
    }

    @Override
    public void stop() {
        running = false;
        Thread keeper = thread;
        if (keeper != null) {
            LockSupport.unpark(keeper);
            try {
                keeper.join(PATIENCE);
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
        Duration pause = pause();
        while (running) {
            try {
                keep();
            } catch (RuntimeException failed) {
                LOG.atWarn().setCause(failed).log("Looking after DKIM keys failed and will be tried again");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void keep() {
        keys.withoutAllKeys()
                .forEach(domain -> inTransaction(
                        () -> issuing.complete(domain.organisationId(), domain.domainId(), domain.domainName())));
        keys.activatedBefore(clock.instant().minus(settings.rotationInterval()))
                .forEach(key -> inTransaction(() -> rotate(key)));
        keys.retiringUntil(clock.instant()).forEach(key -> inTransaction(() -> issuing.retire(key)));
    }

    private void rotate(DkimKeys.KeyOfDomain key) {
        boolean stillActive = keys.lock(key.organisationId(), key.domainId())
                .active()
                .filter(active -> active.selector().equals(key.selector()))
                .isPresent();
        if (stillActive) {
            issuing.rotate(key.organisationId(), key.domainId(), key.domainName());
        }
    }

    private void inTransaction(Runnable step) {
        if (running) {
            transactions.executeWithoutResult(status -> step.run());
        }
    }

    /** Short times are for tests; nobody notices a minute in a week. */
    private Duration pause() {
        Duration tenth = settings.retireAfter().dividedBy(10);
        Duration bounded = tenth.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : tenth;
        return bounded.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : bounded;
    }
}
