package org.postroom.inbound.reception;

import java.time.Duration;

/**
 * Judges one stage of a transaction. Checks of a stage are asked in the order in which they are registered, until one
 * refuses; each may be asked for many sessions at once.
 *
 * @param <F> what is known at that stage, one of {@link Facts}
 */
public sealed interface Check<F extends Facts> {

    /** A short name for metrics and logs, in lower case with hyphens. */
    String name();

    /**
     * Decides by what is known already, at once. Its verdict always counts: what is refused by rule (relaying, for
     * instance) is never let through because time was short. One that breaks leaves the mail with its sender for now.
     */
    non-sealed interface Rule<F extends Facts> extends Check<F> {

        /** Says what it makes of the facts; does not block. */
        Verdict judge(F facts);
    }

    /**
     * Asks others, a name server for instance, and may block. What it cannot find out within its budget is {@link
     * Verdict.NotKnown not known}, as is what it fails at, and the mail goes on unless the check wants it otherwise.
     */
    non-sealed interface Inquiry<F extends Facts> extends Check<F> {

        /** How long a client may be kept waiting for it. It is interrupted then. */
        Duration budget();

        /**
         * Says what it found out; may block, on a thread of its own.
         *
         * @throws Exception where it could not find out
         */
        Verdict judge(F facts) throws Exception;

        /** Says what it means that it could not be found out; nothing, unless it says so. Does not block. */
        default Verdict unanswered(Verdict.NotKnown unknown) {
            return unknown;
        }
    }
}
