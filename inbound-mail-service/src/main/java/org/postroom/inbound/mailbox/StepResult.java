package org.postroom.inbound.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * How one step of opening a mailbox went.
 *
 * @param step the step
 * @param outcome how it went
 * @param detail what happened, or what the server said
 * @param cure what to do about it; null where nothing is wrong
 * @param millis how long it took
 */
public record StepResult(
        Step step, Outcome outcome, String detail, @Nullable String cure, long millis) {

    /** The steps, in their order. */
    public enum Step {
        /** Its name is looked up. */
        RESOLVE,
        /** An access token is fetched. */
        TOKEN,
        /** A connection is opened and encrypted, and we sign in. */
        SIGN_IN,
        /** The folder is opened. */
        FOLDER,
        /** Whether the server tells of new mail at once (IDLE, RFC 2177). */
        IDLE
    }

    /** How a step went. */
    public enum Outcome {
        /** As it should. */
        OK,
        /** Not as it should; the steps after it were not tried. */
        FAILED,
        /** It was not needed, or a step before it failed. */
        SKIPPED
    }
}
