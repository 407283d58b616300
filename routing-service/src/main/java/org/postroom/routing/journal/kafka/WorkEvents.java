package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.SegmentAction;
import org.postroom.routing.decision.RoutingEvent;

/** Writes what agents did with interactions, and how these ended. */
final class WorkEvents {

    private WorkEvents() {}

    static SpecificRecord write(RoutingEvent.InteractionSegmentEnded ended, String organisationId, Instant at) {
        return new InteractionSegmentEnded(
                organisationId,
                ended.interactionId().value(),
                ended.agentId().value(),
                ended.segment(),
                SegmentAction.valueOf(ended.action().name()),
                EventWriter.micros(ended.handleTime()),
                EventWriter.text(ended.replyId()),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionReopened reopened, String organisationId, Instant at) {
        return new InteractionReopened(
                organisationId,
                reopened.interactionId().value(),
                reopened.agentId().value(),
                reopened.replyId().value(),
                reopened.reason(),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionClosed closed, String organisationId, Instant at) {
        return new InteractionClosed(
                organisationId,
                closed.interactionId().value(),
                closed.conversationId().value(),
                CloseReason.valueOf(closed.reason().name()),
                closed.agentId() == null ? null : closed.agentId().value(),
                EventWriter.micros(closed.handleTime()),
                EventWriter.text(closed.wrapUpCode()),
                at);
    }
}
