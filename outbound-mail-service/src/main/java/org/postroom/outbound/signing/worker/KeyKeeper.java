package org.postroom.outbound.signing.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.runtime.work.Work;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives domains the keys they lack, lets keys take over that are due, and destroys those whose time of grace is over.
 * Replicas may do the same at once: each step locks its domain and looks again.
 */
public final class KeyKeeper implements Work {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private final DkimKeys keys;
    private final IssueKeys issuing;
    private final RotationSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Takes what it looks after, and how long keys live. */
    public KeyKeeper(
            DkimKeys keys,
            IssueKeys issuing,
            RotationSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.keys = keys;
        this.issuing = issuing;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        keys.withoutAllKeys()
                .forEach(domain -> inTransaction(
                        goesOn,
                        () -> issuing.complete(domain.organisationId(), domain.domainId(), domain.domainName())));
        keys.activatedBefore(clock.instant().minus(settings.rotationInterval()))
                .forEach(key -> inTransaction(goesOn, () -> rotate(key)));
        keys.retiringUntil(clock.instant()).forEach(key -> inTransaction(goesOn, () -> issuing.retire(key)));
        return pause();
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

    private void inTransaction(BooleanSupplier goesOn, Runnable step) {
        if (goesOn.getAsBoolean()) {
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
