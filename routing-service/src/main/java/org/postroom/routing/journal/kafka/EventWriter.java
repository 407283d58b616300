package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.id.Id;

/** Writes what routing decided as events, by families; Avro begins here. Names of enum values are the same on both sides. */
final class EventWriter {

    private EventWriter() {}

    /** Writes one event of an organisation that happened at the moment named. */
    static SpecificRecord write(RoutingEvent event, String organisationId, Instant at) {
        return switch (event) {
            case RoutingEvent.EmailThreaded threaded -> EmailEvents.write(threaded, organisationId, at);
            case RoutingEvent.EmailDiscarded discarded -> EmailEvents.write(discarded, organisationId, at);
            case RoutingEvent.EmailKeptAside kept -> EmailEvents.write(kept, organisationId, at);
            case RoutingEvent.FlowRan ran -> FlowEvents.write(ran, organisationId, at);
            case RoutingEvent.InteractionQueued queued -> QueueEvents.write(queued, organisationId, at);
            case RoutingEvent.InteractionOffered offered -> QueueEvents.write(offered, organisationId, at);
            case RoutingEvent.InteractionAccepted accepted -> QueueEvents.write(accepted, organisationId, at);
            case RoutingEvent.InteractionDeclined declined -> QueueEvents.write(declined, organisationId, at);
            case RoutingEvent.InteractionOfferExpired expired -> QueueEvents.write(expired, organisationId, at);
            case RoutingEvent.InteractionSegmentEnded ended -> WorkEvents.write(ended, organisationId, at);
            case RoutingEvent.InteractionWrapUpStarted started -> WrapUpEvents.write(started, organisationId, at);
            case RoutingEvent.InteractionWrapUpEnded ended -> WrapUpEvents.write(ended, organisationId, at);
            case RoutingEvent.InteractionParked parked -> HandOverEvents.write(parked, organisationId, at);
            case RoutingEvent.InteractionUnparked unparked -> HandOverEvents.write(unparked, organisationId, at);
            case RoutingEvent.InteractionNoted noted -> HandOverEvents.write(noted, organisationId, at);
            case RoutingEvent.InteractionTransferred transferred ->
                HandOverEvents.write(transferred, organisationId, at);
            case RoutingEvent.InteractionReopened reopened -> WorkEvents.write(reopened, organisationId, at);
            case RoutingEvent.InteractionClosed closed -> WorkEvents.write(closed, organisationId, at);
            case RoutingEvent.ConversationsMerged merged -> ConversationEvents.write(merged, organisationId, at);
            case RoutingEvent.ConversationsParted parted -> ConversationEvents.write(parted, organisationId, at);
            case RoutingEvent.EmailMoved moved -> ConversationEvents.write(moved, organisationId, at);
            case RoutingEvent.RoutingCommandRejected rejected -> rejected(rejected, organisationId, at);
            case RoutingEvent.AgentStatusChanged changed -> statusChanged(changed, organisationId, at);
        };
    }

    private static RoutingCommandRejected rejected(
            RoutingEvent.RoutingCommandRejected rejected, String organisationId, Instant at) {
        var command = rejected.command();
        return new RoutingCommandRejected(
                organisationId,
                command.commandId().value(),
                command.getClass().getSimpleName(),
                command.agentId().value(),
                text(command.interactionId()),
                rejected.reason(),
                at);
    }

    private static AgentStatusChanged statusChanged(
            RoutingEvent.AgentStatusChanged changed, String organisationId, Instant at) {
        return new AgentStatusChanged(
                organisationId,
                changed.agentId().value(),
                AgentStatus.valueOf(changed.status().name()),
                AgentStatus.valueOf(changed.previousStatus().name()),
                changed.reason().name(),
                at);
    }

    /** An id as events have it; null where there is none. */
    static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** A duration as events have it. */
    static long micros(Duration duration) {
        return TimeUnit.SECONDS.toMicros(duration.getSeconds()) + duration.getNano() / 1000;
    }
}
