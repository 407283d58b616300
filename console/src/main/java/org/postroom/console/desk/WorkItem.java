package org.postroom.console.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as one line of an agent's desk.
 *
 * @param interactionId the interaction
 * @param state where it stands
 * @param subject its subject, as the customer wrote it
 * @param customer the customer's name, or the address where no name is known
 * @param queue the queue's name
 * @param waitingSince since when the customer waits
 * @param changedAt when it last changed
 * @param offerExpiresAt when the offer returns to the queue; null where it is no offer
 * @param trouble why it came back to the agent; null where it did not
 * @param parkedUntil when it comes back by itself; null where it is not parked
 */
public record WorkItem(
        String interactionId,
        InteractionState state,
        String subject,
        String customer,
        @Nullable String queue,
        @Nullable Instant waitingSince,
        Instant changedAt,
        @Nullable Instant offerExpiresAt,
        @Nullable String trouble,
        @Nullable Instant parkedUntil) {}
