package org.postroom.domain.queue;

import org.postroom.domain.directory.Choice;

/**
 * Whether agents have after-call work with an interaction, during which they get no other, and must say how it ended.
 *
 * @param mode whether they have, and must
 * @param seconds how long it may take, 1 to 3600 where it is timed, else 0
 */
public record AfterCallWork(Mode mode, int seconds) {

    /** As agents wish: the default. */
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
        /** If they wish; nobody asks for a wrap-up code. */
        OPTIONAL,
        /** Always, as long as it takes; it ends with one of the queue's wrap-up codes, if it has any. */
        MANDATORY,
        /** Always, for a set time; it ends with a wrap-up code, if the queue has any, or without one when the time is up. */
        MANDATORY_TIMED,
        /** Never; a wrap-up code may be given all the same. */
        NONE;

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
