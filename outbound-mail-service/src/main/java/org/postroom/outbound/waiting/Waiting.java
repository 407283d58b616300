package org.postroom.outbound.waiting;

import java.time.Instant;

/**
 * A reply in the waiting room.
 *
 * @param ticket names it
 * @param reply the reply as the stage knows it
 * @param since when its first turn was
 * @param held true where a rule keeps it back, false where it waits for news
 * @param reason what it waits for
 * @param nextTurn when it is asked again
 * @param <W> the reply as the stage knows it
 */
public record Waiting<W>(Ticket ticket, W reply, Instant since, boolean held, String reason, Instant nextTurn) {}
