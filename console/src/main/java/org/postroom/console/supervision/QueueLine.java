package org.postroom.console.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queue as one line of the supervisor's page.
 *
 * @param queueId the queue
 * @param name its name
 * @param waiting how many interactions wait, those being offered included
 * @param longestWaitSince since when the one that waits longest does; null where none waits
 * @param inHand how many are being handled
 * @param agentsOnQueue how many of its members take work
 * @param agents how many members it has
 * @param serviceLevel how many were taken in time within the last day
 */
public record QueueLine(
        String queueId,
        String name,
        int waiting,
        @Nullable Instant longestWaitSince,
        int inHand,
        int agentsOnQueue,
        int agents,
        ServiceLevel serviceLevel) {}
