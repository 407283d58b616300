package org.postroom.routing.directory;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.WrapUpCodeId;

/**
 * What a queue asks of its agents once the customer is served.
 *
 * @param mode whether there is after-call work
 * @param time how long it takes where it is timed: more than zero; else zero
 * @param codes what agents may choose from to say how it ended; empty where the queue has none
 */
public record WrapUp(Mode mode, Duration time, Set<WrapUpCodeId> codes) {

    /** After-call work where the agent wishes for it, and no codes. */
    public static final WrapUp AS_AGENTS_WISH = new WrapUp(Mode.OPTIONAL, Duration.ZERO, Set.of());

    /** Whether there is after-call work, in which the agent has no room for other work. */
    public enum Mode {
        /** Never; a code may be given when it is closed. */
        NONE,
        /** Where the agent wishes for it when closing; it takes as long as it takes, and asks for no code. */
        OPTIONAL,
        /** Always, as long as it takes; it ends with a code, where the queue has any. */
        MANDATORY,
        /** Always; it ends with a code, where the queue has any, or without one once its time has run out. */
        MANDATORY_TIMED
    }

    /** Refuses a time where none belongs, and none where one does. */
    public WrapUp {
        codes = Set.copyOf(codes);
        if ((mode == Mode.MANDATORY_TIMED) != time.isPositive()) {
            throw new IllegalArgumentException(
                    "expected a time of more than zero for MANDATORY_TIMED alone, but got " + mode + " with " + time);
        }
    }

    /** Whether after-call work follows upon what the agent did, who wished for it or not. */
    public boolean follows(boolean wished) {
        return mode == Mode.OPTIONAL ? wished : mode != Mode.NONE;
    }

    /** True where it may not end without a code. */
    public boolean demandsCode() {
        return (mode == Mode.MANDATORY || mode == Mode.MANDATORY_TIMED) && !codes.isEmpty();
    }

    /**
     * Why a code is not taken, in the form "expected ..., but ..."; null where it is.
     *
     * @param code null where none is given
     */
    public @Nullable String refusalOf(@Nullable WrapUpCodeId code) {
        if (code == null) {
            return demandsCode() ? "expected a wrap-up code, which the queue asks for, but none was chosen" : null;
        }
        if (codes.contains(code)) {
            return null;
        }
        return codes.isEmpty()
                ? "expected no wrap-up code, since the queue has none, but one was chosen"
                : "expected one of the wrap-up codes of the queue, but another one was chosen";
    }
}
