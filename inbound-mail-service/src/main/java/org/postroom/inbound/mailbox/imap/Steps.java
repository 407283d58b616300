package org.postroom.inbound.mailbox.imap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.inbound.mailbox.StepResult;
import org.postroom.inbound.mailbox.StepResult.Outcome;
import org.postroom.inbound.mailbox.StepResult.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how the steps of opening a mailbox went. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Clock clock;
    private final List<StepResult> results = new ArrayList<>();

    Steps(Clock clock) {
        this.clock = clock;
    }

    <T> T run(Step step, Action<T> action) throws MailboxException {
        Instant begun = clock.instant();
        try {
            Done<T> done = action.run();
            add(step, Outcome.OK, done.detail(), null, begun);
            return done.value();
        } catch (MailboxException failed) {
            add(step, Outcome.FAILED, failed.told(), cure(step), begun);
            throw failed;
        }
    }

    void note(MailboxException failed) {
        LOG.atDebug().setCause(failed).log("A mailbox that was tried could not be opened");
    }

    /** All steps in their order; those that were not reached, or not needed, are skipped. */
    List<StepResult> all() {
        boolean failed = results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED);
        List<StepResult> all = new ArrayList<>(results);
        for (Step step : Step.values()) {
            if (results.stream().noneMatch(result -> result.step() == step)) {
                all.add(new StepResult(
                        step, Outcome.SKIPPED, failed && step != Step.TOKEN ? "not reached" : "not needed", null, 0));
            }
        }
        all.sort(Comparator.comparing(StepResult::step));
        return List.copyOf(all);
    }

    private static String cure(Step step) {
        return switch (step) {
            case RESOLVE -> "Check the spelling of the host's name; it has to be on the public network.";
            case TOKEN -> "Check token endpoint, client, secret and scope.";
            case SIGN_IN ->
                "Check user name and password, port and encryption; many providers want a password"
                        + " made for one application, or IMAP to be allowed.";
            case FOLDER -> "Check the folder's name as the provider writes it.";
            case IDLE -> "Try again; then ask the provider.";
        };
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

        Done<T> run() throws MailboxException;
    }
}
