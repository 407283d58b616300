package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.postroom.routing.id.DerivedIds;
import org.postroom.runtime.kafka.EventHeaders;

/** The headers of what routing writes: ids that a replay makes again, and the trace of what caused it. */
final class JournalHeaders {

    private static final String SOURCE = "routing-service";

    private JournalHeaders() {}

    /**
     * Headers of an event.
     *
     * @param cause what it follows from, and its number among what follows from it: the same cause gives the same id
     * @param type the full name of its schema
     * @param causing the headers of what caused it, whose trace it continues
     */
    static Headers of(String cause, String type, Instant at, Headers causing) {
        return withId(DerivedIds.of(cause), type, at, causing);
    }

    /** Headers of what follows from a record of the journal. */
    static Headers of(Consequence consequence, Instant at, Headers causing) {
        return withId(consequence.id(), consequence.event().getSchema().getFullName(), at, causing);
    }

    private static Headers withId(String id, String type, Instant at, Headers causing) {
        var headers = EventHeaders.of(id, type, SOURCE, at);
        var trace = causing.lastHeader(EventHeaders.TRACE_PARENT);
        if (trace != null) {
            headers.add(trace);
        }
        return headers;
    }
}
