package org.postroom.outbound.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Leads replies through one stage. A reply that cannot go on waits in the database, so that nothing behind it in the log
 * waits with it, except later replies to the same interaction, which keep their order.
 *
 * @param <W> the reply as the stage knows it
 */
public final class WaitingLine<W> {

    private static final Duration FOR_NEWS = Duration.ofSeconds(1);
    private static final Duration FOR_CHANGE = Duration.ofMinutes(1);

    private final WaitingRoom<W> room;
    private final Work<W> work;
    private final Clock clock;

    /** Takes the room to wait in and the work to be done. */
    public WaitingLine(WaitingRoom<W> room, Work<W> work, Clock clock) {
        this.room = room;
        this.work = work;
        this.clock = clock;
    }

    /** A reply arrived, perhaps not for the first time. The caller provides the transaction. */
    public void arrived(Ticket ticket, W reply) {
        Instant now = clock.instant();
        if (room.occupied(ticket)) {
            room.add(new Waiting<>(ticket, reply, now, false, "an earlier reply to the interaction waits", now));
            return;
        }
        Progress progress = work.advance(reply, now);
        if (!(progress instanceof Progress.Settled)) {
            room.add(waiting(ticket, reply, now, false, progress, now));
        }
    }

    /** The replies whose turn has come. */
    public List<Ticket> due(int most) {
        return room.due(clock.instant(), most);
    }

    /** Gives a waiting reply its turn. The caller provides the transaction. */
    public void turn(Ticket ticket) {
        Instant now = clock.instant();
        room.lock(ticket).ifPresent(waiting -> {
            Progress progress = work.advance(waiting.reply(), waiting.since());
            if (progress instanceof Progress.Settled) {
                room.remove(ticket);
            } else {
                room.update(waiting(ticket, waiting.reply(), waiting.since(), waiting.held(), progress, now));
            }
        });
    }

    /** A turn broke: the reply gets another one later, and the others theirs meanwhile. */
    public void broke(Ticket ticket) {
        room.postpone(ticket, clock.instant().plus(FOR_NEWS));
    }

    private Waiting<W> waiting(
            Ticket ticket, W reply, Instant since, boolean heldBefore, Progress progress, Instant now) {
        return switch (progress) {
            case Progress.Held held -> {
                Instant next = now.plus(FOR_CHANGE);
                if (!heldBefore) {
                    work.held(reply, held, next);
                }
                yield new Waiting<>(ticket, reply, since, true, held.reason(), next);
            }
            case Progress.Expecting(String reason) ->
                new Waiting<>(ticket, reply, since, heldBefore, reason, now.plus(FOR_NEWS));
            case Progress.Settled _ ->
                throw new IllegalArgumentException("expected a reply that waits, but it is done");
        };
    }
}
