package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.interaction.InteractionWrapUpEnded;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.WrapUpEnd;
import org.postroom.routing.decision.RoutingEvent;

/** Writes what came of after-call work. */
final class WrapUpEvents {

    private WrapUpEvents() {}

    static SpecificRecord write(RoutingEvent.InteractionWrapUpStarted started, String organisationId, Instant at) {
        return new InteractionWrapUpStarted(
                organisationId,
                started.interactionId().value(),
                started.agentId().value(),
                EventWriter.text(started.wrapUpCode()),
                started.endsAt(),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionWrapUpEnded ended, String organisationId, Instant at) {
        return new InteractionWrapUpEnded(
                organisationId,
                ended.interactionId().value(),
                ended.agentId().value(),
                WrapUpEnd.valueOf(ended.reason().name()),
                EventWriter.text(ended.wrapUpCode()),
                EventWriter.micros(ended.afterCallWork()),
                ended.replyUnderWay(),
                at);
    }
}
