package org.postroom.runtime.outbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits to be published.
 *
 * @param id its place in the order
 * @param behind whether an earlier event of the same key was set aside
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
        long id,
        String topic,
        String organisationId,
        String key,
        byte @Nullable [] payload,
        String headers,
        boolean behind) {

    /** What must stay in order. */
    Entity entity() {
        return new Entity(topic, key);
    }

    int octets() {
        return octets(payload, key, headers);
    }

    /** What a record takes at most, but for a few octets of the format. */
    static int octets(byte @Nullable [] payload, String key, String headers) {
        return (payload == null ? 0 : payload.length)
                + key.getBytes(StandardCharsets.UTF_8).length
                + headers.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A topic and a key in it. */
    record Entity(String topic, String key) {}
}
