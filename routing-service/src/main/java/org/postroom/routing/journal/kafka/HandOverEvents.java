package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.common.MessageReference;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.UnparkReason;
import org.postroom.routing.decision.RoutingEvent;

/** Writes how agents put work away and gave it to others, and what they noted. */
final class HandOverEvents {

    private HandOverEvents() {}

    static SpecificRecord write(RoutingEvent.InteractionParked parked, String organisationId, Instant at) {
        return new InteractionParked(
                organisationId, parked.interactionId().value(), parked.agentId().value(), parked.until(), at);
    }

    static SpecificRecord write(RoutingEvent.InteractionUnparked unparked, String organisationId, Instant at) {
        return new InteractionUnparked(
                organisationId,
                unparked.interactionId().value(),
                unparked.agentId().value(),
                UnparkReason.valueOf(unparked.reason().name()),
                EventWriter.micros(unparked.parked()),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionTransferred given, String organisationId, Instant at) {
        return new InteractionTransferred(
                organisationId,
                given.interactionId().value(),
                given.agentId().value(),
                EventWriter.text(given.queueId()),
                EventWriter.text(given.toAgentId()),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionNoted noted, String organisationId, Instant at) {
        return new InteractionNoted(
                organisationId,
                noted.interactionId().value(),
                noted.noteId().value(),
                noted.agentId().value(),
                new MessageReference(
                        noted.note().key(), noted.note().size(), noted.note().sha256()),
                at);
    }
}
