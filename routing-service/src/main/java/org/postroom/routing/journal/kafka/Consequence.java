package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.id.DerivedIds;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/**
 * An event that follows from a record of the journal, as it stands in the log.
 *
 * @param id the event's id, which follows from the record's place: the same in each replay
 * @param topic where it stands
 * @param event what happened
 */
public record Consequence(String id, Topic topic, SpecificRecord event) {

    /**
     * Where a record of the journal stands.
     *
     * @param topic the journal
     * @param partition its partition
     * @param offset its offset
     */
    public record Place(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + '-' + partition + '-' + offset;
        }
    }

    /**
     * What was decided upon a record.
     *
     * @param number its number among what follows from the record, counted from 0
     */
    static Consequence decided(RoutingEvent event, String organisationId, Instant at, Place cause, int number) {
        var topic = event instanceof RoutingEvent.AgentStatusChanged ? Topics.AGENT_EVENTS : Topics.INTERACTION_EVENTS;
        return new Consequence(
                DerivedIds.of(cause.toString() + '-' + number), topic, EventWriter.write(event, organisationId, at));
    }

    /** How a mail or a command ends that could not be decided upon. */
    static Consequence undecided(UndecidedEnd end, Place cause) {
        return new Consequence(DerivedIds.of(cause + "-undecided"), Topics.INTERACTION_EVENTS, end.event());
    }
}
