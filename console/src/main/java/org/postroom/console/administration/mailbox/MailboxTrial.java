package org.postroom.console.administration.mailbox;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * What came of trying a mailbox.
 *
 * @param ok whether mail could be fetched
 * @param steps what was done, step by step
 */
public record MailboxTrial(boolean ok, List<Step> steps) {

    /** Copies the steps. */
    public MailboxTrial {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }

    /**
     * A step.
     *
     * @param step RESOLVE, TOKEN, SIGN_IN, FOLDER or IDLE
     * @param outcome OK, FAILED or SKIPPED
     * @param detail what the server said, or what happened
     * @param cure how to mend it; null where nothing is to be mended
     * @param millis how long it took
     */
    public record Step(
            String step,
            String outcome,
            @Nullable String detail,
            @Nullable String cure,
            @Nullable Long millis) {

        /** The step in words. */
        public String label() {
            return switch (step) {
                case "RESOLVE" -> "Find the host";
                case "TOKEN" -> "Access token";
                case "SIGN_IN" -> "Connect and sign in";
                case "FOLDER" -> "Open the folder";
                case "IDLE" -> "New mail at once";
                default -> step;
            };
        }

        /** The outcome in words. */
        public State state() {
            return State.ofStep(outcome);
        }
    }
}
