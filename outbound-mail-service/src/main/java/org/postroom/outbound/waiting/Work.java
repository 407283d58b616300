package org.postroom.outbound.waiting;

import java.time.Instant;

/**
 * What is to be done with each reply, however often it takes.
 *
 * @param <W> the reply as the stage knows it
 */
public interface Work<W> {

    /**
     * Takes the reply as far as it can go now. The caller provides the transaction.
     *
     * @param since when the reply's first turn was
     */
    Progress advance(W reply, Instant since);

    /**
     * A rule keeps the reply back for the first time.
     *
     * @param nextTurn when it is asked again at the latest
     */
    default void held(W reply, Progress.Held held, Instant nextTurn) {}
}
