package org.postroom.routing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of routing-service.
 *
 * @param stateDirectory where the state stores are kept; without it they are read back from Kafka at the next start
 * @param threads how many partitions are worked on at once, at least 1
 * @param commitInterval how often results become visible to others; half of it, on average, is added to each step
 * @param pollTime how long a thread waits for records before it looks whether a commit is due
 * @param timerInterval how often it is looked whether a timer is due
 * @param sessionTimeout after how long without a sign of life another replica takes over
 * @param allowedLag how many records behind the service still counts as ready, at least 0
 * @param threadingWindow how long after its last activity an answer still joins a conversation
 * @param repeatWindow how long a repeated mail or command is recognised
 */
@ConfigurationProperties("postroom.routing")
public record RoutingSettings(
        Path stateDirectory,
        int threads,
        Duration commitInterval,
        Duration pollTime,
        Duration timerInterval,
        Duration sessionTimeout,
        long allowedLag,
        Duration threadingWindow,
        Duration repeatWindow) {

    /** Refuses values that make no sense. */
    public RoutingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("expected postroom.routing.threads of at least 1, but got " + threads);
        }
        if (allowedLag < 0) {
            throw new IllegalArgumentException(
                    "expected postroom.routing.allowed-lag of at least 0, but got " + allowedLag);
        }
        requirePositive("commit-interval", commitInterval);
        requirePositive("poll-time", pollTime);
        requirePositive("timer-interval", timerInterval);
        requirePositive("session-timeout", sessionTimeout);
        requirePositive("threading-window", threadingWindow);
        requirePositive("repeat-window", repeatWindow);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "expected postroom.routing." + name + " of more than zero, but got " + value);
        }
    }
}
