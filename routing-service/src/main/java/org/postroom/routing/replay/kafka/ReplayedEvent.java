package org.postroom.routing.replay.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.routing.replay.Comparison;

/**
 * An event that the replay made.
 *
 * @param at the moment of the decision
 * @param place the record of the journal that it follows from
 */
record ReplayedEvent(SpecificRecord event, Instant at, String place, EventForm form) implements Comparison.Side {

    @Override
    public String text() {
        return event.getSchema().getName() + " " + event;
    }

    @Override
    public boolean isSame(Comparison.Side other) {
        return other instanceof LoggedEvent logged && form.isSame(event, logged.topic(), logged.value());
    }

    @Override
    public boolean mayStandAlone() {
        return false;
    }
}
