package org.postroom.verification.check.loop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.postroom.verification.check.DomainChecker;

/** Tells operators whether checks keep to their schedule. */
public final class CheckMetrics {

    /** A check may be late by this much: the pause of the loop, and the waiting for a free place. */
    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);

    private final Timer checks;

    /** Registers {@code postroom.verification.checks} and {@code postroom.verification.checks.overdue}. */
    public CheckMetrics(MeterRegistry registry, DomainChecker checker) {
        this.checks = Timer.builder("postroom.verification.checks")
                .description("Checks of domains that ended")
                .register(registry);
        Gauge.builder("postroom.verification.checks.overdue", checker, source -> source.overdueBy(USUAL_DELAY))
                .description("Domains whose check has been due for more than a minute")
                .register(registry);
    }

    /** Runs a check and counts it. */
    void count(Runnable check) {
        checks.record(check);
    }
}
