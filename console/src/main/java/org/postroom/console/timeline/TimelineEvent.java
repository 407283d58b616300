package org.postroom.console.timeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event in the story of an interaction.
 *
 * @param event the event's name, for instance {@code InteractionOffered}
 * @param occurredAt when it happened
 * @param topic the topic it stands in
 * @param partition the partition
 * @param offset the offset
 * @param details the event's fields
 */
public record TimelineEvent(
        String event,
        Instant occurredAt,
        String topic,
        int partition,
        long offset,
        Map<String, @Nullable Object> details) {}
