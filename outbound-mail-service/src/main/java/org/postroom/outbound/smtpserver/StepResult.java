package org.postroom.outbound.smtpserver;

import org.jspecify.annotations.Nullable;

/**
 * How one step of talking to a server went.
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
        /** A connection is opened. */
        CONNECT,
        /** It says who it is and what it can do. */
        GREETING,
        /** The connection is encrypted. */
        TLS,
        /** We sign in. */
        AUTHENTICATE,
        /** It is asked to take mail from an address. */
        SENDER,
        /** We say good-bye. */
        QUIT
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
