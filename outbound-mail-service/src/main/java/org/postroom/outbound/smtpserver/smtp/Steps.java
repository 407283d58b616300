package org.postroom.outbound.smtpserver.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.smtpserver.StepResult;
import org.postroom.outbound.smtpserver.StepResult.Outcome;
import org.postroom.outbound.smtpserver.StepResult.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how the steps of one conversation went. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Clock clock;
    private final List<StepResult> results = new ArrayList<>();

    Steps(Clock clock) {
        this.clock = clock;
    }

    /** Takes a step; null where it failed. */
    <T> @Nullable T run(Step step, Action<T> action) {
        Instant begun = clock.instant();
        try {
            Done<T> done = action.run();
            add(step, Outcome.OK, done.detail(), null, begun);
            return done.value();
        } catch (StepFailedException failed) {
            add(step, Outcome.FAILED, failed.detail(), failed.cure(), begun);
            return null;
        }
    }

    void skip(Step step, String detail) {
        results.add(new StepResult(step, Outcome.SKIPPED, detail, null, 0));
    }

    void note(String message) {
        LOG.debug(message);
    }

    /** The first failed step. */
    Optional<StepResult> failure() {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .findFirst();
    }

    /** All steps in their order; those that were not reached are skipped. */
    List<StepResult> all() {
        List<StepResult> all = new ArrayList<>(results);
        for (Step step : Step.values()) {
            if (results.stream().noneMatch(result -> result.step() == step)) {
                all.add(new StepResult(step, Outcome.SKIPPED, "not reached", null, 0));
            }
        }
        all.sort(Comparator.comparing(StepResult::step));
        return List.copyOf(all);
    }

    private void add(Step step, Outcome outcome, String detail, @Nullable String cure, Instant begun) {
        long millis = Duration.between(begun, clock.instant()).toMillis();
        results.add(new StepResult(step, outcome, detail, cure, millis));
    }

    /**
     * A step that went well.
     *
     * @param value what it brought
     * @param detail what to show of it
     */
    record Done<T>(T value, String detail) {}

    /** What a step does. */
    @FunctionalInterface
    interface Action<T> {

        Done<T> run() throws StepFailedException;
    }
}
