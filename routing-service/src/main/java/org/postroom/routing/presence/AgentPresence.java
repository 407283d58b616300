package org.postroom.routing.presence;

import java.time.Instant;
import org.postroom.routing.id.AgentId;

/**
 * Whether one agent is here.
 *
 * <pre>
 *   OFF_QUEUE ──goOnQueue──▶ ON_QUEUE ──missOffer──▶ NOT_RESPONDING
 *       ▲ ◀──────goOffQueue─────┘ ◀──────goOnQueue──────┘ │
 *       └───────────────────goOffQueue────────────────────┘
 * </pre>
 *
 * <p>{@code AWAY}, {@code BUSY}, {@code BREAK}, {@code MEAL}, {@code MEETING} and {@code TRAINING} are {@code OFF_QUEUE} with a
 * reason: they are entered and left in the same ways.
 *
 * @param statusSince since when the agent has this status
 * @param idleSince when the agent last gave work back or came on queue; who is idle longest is served first
 */
public record AgentPresence(AgentId agentId, AgentStatus status, Instant statusSince, Instant idleSince) {

    /** An agent who has not been seen yet. */
    public static AgentPresence unseen(AgentId agentId) {
        return new AgentPresence(agentId, AgentStatus.OFF_QUEUE, Instant.EPOCH, Instant.EPOCH);
    }

    /** The agent takes work from now on. */
    public AgentPresence goOnQueue(Instant now) {
        return new AgentPresence(agentId, AgentStatus.ON_QUEUE, now, now);
    }

    /** The agent takes no work from now on. */
    public AgentPresence goOffQueue(Instant now) {
        return new AgentPresence(agentId, AgentStatus.OFF_QUEUE, now, idleSince);
    }

    /**
     * The agent takes no work from now on, and says why.
     *
     * @param why a status of an agent who is off queue
     */
    public AgentPresence stayAway(AgentStatus why, Instant now) {
        return new AgentPresence(agentId, why, now, idleSince);
    }

    /** The agent let an offer expire. */
    public AgentPresence missOffer(Instant now) {
        return new AgentPresence(agentId, AgentStatus.NOT_RESPONDING, now, idleSince);
    }

    /** The agent gave a piece of work back, finished or not. */
    public AgentPresence freed(Instant now) {
        return new AgentPresence(agentId, status, statusSince, now);
    }

    /** True where the agent takes work. */
    public boolean isOnQueue() {
        return status == AgentStatus.ON_QUEUE;
    }
}
