package org.postroom.routing.acd;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;

/**
 * An interaction in the waiting list.
 *
 * @param rank {@code priority * 60 s - waitingSince} in microseconds: the score of two interactions grows alike, so
 *     this constant orders them at every moment
 * @param declinedAt the agents who declined it, and when
 */
public record WaitingItem(
        InteractionId interactionId, Requirement requirement, long rank, Map<AgentId, Instant> declinedAt) {

    /** Highest score first; equal scores in the order of their ids, so that the order is the same after a restart. */
    public static final Comparator<WaitingItem> BEST_FIRST = WaitingItem::compare;

    private static final long MICROS_PER_MINUTE = TimeUnit.MINUTES.toMicros(1);

    /** An interaction that waits since the moment named with this head start in minutes. */
    public static WaitingItem of(
            InteractionId interactionId,
            Requirement requirement,
            int priority,
            Instant waitingSince,
            Map<AgentId, Instant> declinedAt) {
        var since = TimeUnit.SECONDS.toMicros(waitingSince.getEpochSecond()) + waitingSince.getNano() / 1000;
        return new WaitingItem(interactionId, requirement, priority * MICROS_PER_MINUTE - since, declinedAt);
    }

    private static int compare(WaitingItem one, WaitingItem other) {
        return one.rank != other.rank
                ? Long.compare(other.rank, one.rank)
                : one.interactionId.compareTo(other.interactionId);
    }
}
