package org.postroom.routing.acd;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;

/**
 * An interaction in the waiting list.
 *
 * @param rank {@code priority * 60 s - waitingSince} in microseconds: the score of two interactions grows alike, so
 *     this constant orders them at every moment
 * @param declinedAt the agents who declined it, and when
 * @param keptFor the only agent who may be offered it, whatever the configuration says of the two; null for all who may
 */
public record WaitingItem(
        InteractionId interactionId,
        Requirement requirement,
        long rank,
        Map<AgentId, Instant> declinedAt,
        @Nullable AgentId keptFor) {

    /** Highest score first; equal scores in the order of their ids, so that the order is the same after a restart. */
    public static final Comparator<WaitingItem> BEST_FIRST = WaitingItem::compare;

    private static final long MICROS_PER_MINUTE = TimeUnit.MINUTES.toMicros(1);

    /** An interaction that every agent may be offered who may take it. */
    public WaitingItem(
            InteractionId interactionId, Requirement requirement, long rank, Map<AgentId, Instant> declinedAt) {
        this(interactionId, requirement, rank, declinedAt, null);
    }

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

    /** The same, kept for one agent. */
    public WaitingItem keptFor(AgentId agentId) {
        return new WaitingItem(interactionId, requirement, rank, declinedAt, agentId);
    }

    private static int compare(WaitingItem one, WaitingItem other) {
        return one.rank != other.rank
                ? Long.compare(other.rank, one.rank)
                : one.interactionId.compareTo(other.interactionId);
    }
}
