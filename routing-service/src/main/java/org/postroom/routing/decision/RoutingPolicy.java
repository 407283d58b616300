package org.postroom.routing.decision;

import java.time.Duration;

/**
 * How long routing remembers.
 *
 * @param threadingWindow how long after its last activity an answer still joins a conversation
 * @param repeatWindow how long a repeated mail or command is recognised, and a closed interaction remembered
 */
public record RoutingPolicy(Duration threadingWindow, Duration repeatWindow) {

    /** Thirty days for conversations, seven for repeats: the time the command topic keeps its records. */
    public static final RoutingPolicy DEFAULT = new RoutingPolicy(Duration.ofDays(30), Duration.ofDays(7));

    /** Refuses windows that are not more than zero. */
    public RoutingPolicy {
        requirePositive("threading window", threadingWindow);
        requirePositive("repeat window", repeatWindow);
    }

    private static void requirePositive(String name, Duration window) {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("expected a " + name + " of more than zero, but got " + window);
        }
    }
}
