package org.postroom.console.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.console.presence.PresenceStatus;

/**
 * An agent as one line of the supervisor's page.
 *
 * @param agentId the agent
 * @param name the name
 * @param status the name of a {@link PresenceStatus}
 * @param since since when; null where the agent never was on queue
 * @param inHand how many interactions the agent handles
 * @param capacity how many the agent may handle at once
 */
public record AgentLine(
        String agentId,
        String name,
        String status,
        @Nullable Instant since,
        int inHand,
        int capacity) {

    /** The status in words. */
    public String statusLabel() {
        return PresenceStatus.named(status).label();
    }

    /** The status's colour. */
    public String statusColour() {
        return PresenceStatus.named(status).colour();
    }
}
