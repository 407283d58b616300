package org.postroom.console.administration.smtpserver;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * What came of trying a server.
 *
 * @param ok whether a reply could be handed over
 * @param steps the dialogue, step by step
 */
public record ConnectionTest(boolean ok, List<Step> steps) {

    /** Copies the steps. */
    public ConnectionTest {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }

    /**
     * A step of the dialogue.
     *
     * @param step RESOLVE, CONNECT, GREETING, TLS, AUTHENTICATE, SENDER or QUIT
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
                case "CONNECT" -> "Connect";
                case "GREETING" -> "Greeting";
                case "TLS" -> "Encryption";
                case "AUTHENTICATE" -> "Sign in";
                case "SENDER" -> "Sender";
                case "QUIT" -> "Good bye";
                default -> step;
            };
        }

        /** The outcome in words. */
        public State state() {
            return State.ofStep(outcome);
        }
    }
}
