package org.postroom.routing.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log.
 *
 * @param topic where it stands
 * @param partition the topic's partition
 * @param offset its offset there
 * @param loggedAt the record's own time
 * @param name the event's name, for instance {@code InteractionOffered}
 * @param fields the event's fields; records within it are maps, lists are lists, moments are {@link Instant}s
 * @param setAsideBecause why a reader put it aside; null where it stands in a topic of its own
 */
public record LoggedFact(
        String topic,
        int partition,
        long offset,
        Instant loggedAt,
        String name,
        Map<String, @Nullable Object> fields,
        @Nullable String setAsideBecause) {

    private static final String JOURNAL = "postroom.routing-journal";

    /** When it happened; when it was logged where it does not say, or where it is its coming into the routing journal. */
    public Instant at() {
        return isJournalled() || setAsideBecause != null || !(fields.get("occurredAt") instanceof Instant occurredAt)
                ? loggedAt
                : occurredAt;
    }

    /** True where it stands in the journal: something that happened before was brought into the order of decisions. */
    public boolean isJournalled() {
        return topic.equals(JOURNAL);
    }

    /** A field as text; empty where there is none. */
    public String text(String field) {
        var value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    /** A field that is a number; 0 where there is none. */
    public long number(String field) {
        return fields.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /** A field of a record within it, as text; empty where there is none. */
    public String text(String record, String field) {
        return fields.get(record) instanceof Map<?, ?> inner && inner.get(field) != null
                ? String.valueOf(inner.get(field))
                : "";
    }

    /** Its place in the log, for people. */
    public String place() {
        return topic + " " + partition + ":" + offset;
    }
}
