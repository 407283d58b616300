package org.postroom.console.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent as one line of the supervisor's page.
 *
 * @param agentId the agent
 * @param name the name
 * @param status OFF_QUEUE, ON_QUEUE or NOT_RESPONDING
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
        return switch (status) {
            case "ON_QUEUE" -> "On queue";
            case "NOT_RESPONDING" -> "Not responding";
            default -> "Off queue";
        };
    }

    /** The status's colour. */
    public String statusColour() {
        return switch (status) {
            case "ON_QUEUE" -> "green";
            case "NOT_RESPONDING" -> "red";
            default -> "secondary";
        };
    }
}
