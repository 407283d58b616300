package org.postroom.routing.replay.kafka;

import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of the log is compared. What comes before it is decided upon too, since what is known follows from it.
 *
 * @param organisationId whose; null for all
 * @param interactionId which interaction alone; null for everything
 * @param from the first moment
 */
record Selection(@Nullable String organisationId, @Nullable String interactionId, Instant from) {

    boolean isOf(String organisation) {
        return organisationId == null || organisationId.equals(organisation);
    }

    boolean isWithin(Instant at) {
        return !at.isBefore(from);
    }

    boolean asksForOneInteraction() {
        return interactionId != null;
    }

    /** True where an event is about what is asked for. */
    boolean isAbout(IndexedRecord event) {
        if (interactionId == null) {
            return true;
        }
        var field = event.getSchema().getField("interactionId");
        return field != null && interactionId.equals(String.valueOf(event.get(field.pos())));
    }
}
