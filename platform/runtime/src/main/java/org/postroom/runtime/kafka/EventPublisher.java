package org.postroom.runtime.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.schemas.catalogue.Topic;

/** Publishes events; each carries the headers of CloudEvents and of the trace it belongs to. */
public interface EventPublisher {

    /**
     * Publishes an event about an organisation, keyed by the organisation's id.
     *
     * @return completes once every in-sync replica has the event; fails where the broker could not be reached in time
     */
    default CompletableFuture<EventPosition> publish(Topic topic, String organisationId, SpecificRecord event) {
        return publish(topic, organisationId, organisationId, event);
    }

    /**
     * Publishes an event with a key of its own.
     *
     * @param topic the topic, from the catalogue
     * @param organisationId decides the partition, so that everything about one organisation stays in order; for a
     *     topic keyed by interaction the key decides
     * @param key the record's key
     * @param event the event
     * @return completes once every in-sync replica has the event; fails where the broker could not be reached in time
     */
    CompletableFuture<EventPosition> publish(Topic topic, String organisationId, String key, SpecificRecord event);
}
