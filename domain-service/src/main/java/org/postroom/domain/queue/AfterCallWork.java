package org.postroom.domain.queue;

import org.postroom.domain.directory.Choice;

/**
 * Whether agents wrap up after an interaction.
 *
 * @param mode whether they must
 * @param seconds how long it may take, 1 to 3600 where it is timed, else 0
 */
public record AfterCallWork(Mode mode, int seconds) {

    /** As agents wish. */
    public static final AfterCallWork OPTIONAL = new AfterCallWork(Mode.OPTIONAL, 0);

    private static final int LONGEST = 3600;

    /** Checks that it has a time where it is timed, and none else. */
    public AfterCallWork {
        boolean timed = mode == Mode.MANDATORY_TIMED;
        if (timed && (seconds < 1 || seconds > LONGEST)) {
            throw new IllegalArgumentException("expected 1 to " + LONGEST + " seconds, but got " + seconds);
        }
        if (!timed && seconds != 0) {
            throw new IllegalArgumentException(
                    "expected 0 seconds unless after-call work is MANDATORY_TIMED, but got " + seconds);
        }
    }

    /** Whether agents must wrap up. */
    public enum Mode {
        /** If they wish. */
        OPTIONAL,
        /** Always. */
        MANDATORY,
        /** Always, within a set time. */
        MANDATORY_TIMED;

        /**
         * Reads the name of a value.
         *
         * @throws IllegalArgumentException where there is none of that name
         */
        public static Mode named(String name) {
            return Choice.named(values(), name);
        }
    }
}
