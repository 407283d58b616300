package org.postroom.console.projection.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.console.projection.RowChange;
import org.postroom.events.interaction.AlsoThreaded;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionDeclined;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.InteractionWrapUpEnded;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.interaction.SegmentAction;

/**
 * What routing's decisions mean for the pages. An interaction's state on the pages:
 *
 * <pre>
 * QUEUED → OFFERED → HANDLING → REPLYING → CLOSED
 *    ↑________|  declined, expired   |  ↑____|  reopened: the reply could not be delivered
 *                       ↓ WRAPPING_UP  where the queue has after-call work, on the way to either
 *                       ↕ PARKED       put away by its agent; it comes back to HANDLING or QUEUED
 * </pre>
 */
final class InteractionProjection {

    private InteractionProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case EmailThreaded threaded -> threaded(threaded);
            case EmailDiscarded discarded -> discarded(discarded);
            case EmailKeptAside kept -> keptAside(kept);
            case InteractionQueued queued -> queued(queued);
            case InteractionOffered offered -> offered(offered);
            case InteractionAccepted accepted -> accepted(accepted);
            case InteractionDeclined declined ->
                returned(
                        declined.getOrganisationId(),
                        declined.getInteractionId(),
                        declined.getAgentId(),
                        declined.getOccurredAt());
            case InteractionOfferExpired expired ->
                returned(
                        expired.getOrganisationId(),
                        expired.getInteractionId(),
                        expired.getAgentId(),
                        expired.getOccurredAt());
            case InteractionSegmentEnded ended -> segmentEnded(ended);
            case InteractionWrapUpStarted started -> wrapUpStarted(started);
            case InteractionWrapUpEnded ended -> wrapUpEnded(ended);
            case InteractionParked parked -> HandOverProjection.parked(parked);
            case InteractionUnparked unparked -> HandOverProjection.unparked(unparked);
            case InteractionTransferred transferred -> HandOverProjection.transferred(transferred);
            case InteractionNoted noted -> HandOverProjection.noted(noted);
            case InteractionReopened reopened -> reopened(reopened);
            case InteractionClosed closed -> closed(closed);
            case RoutingCommandRejected refused -> refused(refused);
            case ConversationsMerged merged -> ConversationProjection.merged(merged);
            case ConversationsParted parted -> ConversationProjection.parted(parted);
            case EmailMoved moved -> ConversationProjection.moved(moved);
            default -> Projected.nothing();
        };
    }

    private static Projected threaded(EmailThreaded threaded) {
        String organisation = threaded.getOrganisationId();
        List<RowChange> rows = new ArrayList<>();
        rows.add(Row.of("email", organisation)
                .keyed("email_id", threaded.getEmailId())
                .with("conversation_id", threaded.getConversationId())
                .with("interaction_id", threaded.getInteractionId())
                .with("threading_rule", threaded.getRule().name())
                .with("claimed_conversation_id", threaded.getClaimedConversationId())
                .put());
        List<Signal> signals = new ArrayList<>();
        Stream.concat(
                        Stream.of(threaded.getInteractionId()),
                        threaded.getAlso().stream().map(AlsoThreaded::getInteractionId))
                .forEach(interactionId -> {
                    rows.add(interaction(organisation, interactionId, threaded.getOccurredAt())
                            .with("conversation_id", threaded.getConversationId())
                            .put());
                    signals.add(Signal.interaction(organisation, interactionId));
                });
        return new Projected(rows, signals);
    }

    private static Projected discarded(EmailDiscarded discarded) {
        return Projected.of(Row.of("email", discarded.getOrganisationId())
                .keyed("email_id", discarded.getEmailId())
                .with("discarded", discarded.getReason().name())
                .put());
    }

    /** Whoever looks at a conversation sees what is shown in it without having opened it. */
    private static Projected keptAside(EmailKeptAside kept) {
        Row row = Row.of("email", kept.getOrganisationId())
                .keyed("email_id", kept.getEmailId())
                .with("kept_aside", kept.getReason().name())
                .with("kept_aside_at", kept.getOccurredAt());
        if (kept.getConversationId() != null) {
            row.with("conversation_id", kept.getConversationId());
        }
        return Projected.of(row.put(), Signal.queues(kept.getOrganisationId()));
    }

    private static Projected queued(InteractionQueued queued) {
        Row row = interaction(queued.getOrganisationId(), queued.getInteractionId(), queued.getOccurredAt())
                .with("state", "QUEUED")
                .with("conversation_id", queued.getConversationId())
                .with("address_id", queued.getAddressId())
                .with("queue_id", queued.getQueueId())
                .with("agent_id", null)
                .with("customer_address", queued.getCustomer().getAddress())
                .with("customer_name", queued.getCustomer().getName())
                .with("subject", queued.getSubject())
                .with("language", queued.getLanguage())
                .with("priority", queued.getScore().getPriority())
                .with("waiting_since", queued.getWaitingSince())
                .with("closed_at", null)
                .with("close_reason", null);
        return projected(row, queued.getOrganisationId(), queued.getInteractionId(), null);
    }

    private static Projected offered(InteractionOffered offered) {
        Row row = interaction(offered.getOrganisationId(), offered.getInteractionId(), offered.getOccurredAt())
                .with("state", "OFFERED")
                .with("agent_id", offered.getAgentId())
                .with("queue_id", offered.getQueueId())
                .with("offered_at", offered.getOccurredAt())
                .with("offer_expires_at", offered.getExpiresAt());
        return projected(row, offered.getOrganisationId(), offered.getInteractionId(), offered.getAgentId());
    }

    private static Projected accepted(InteractionAccepted accepted) {
        Row row = interaction(accepted.getOrganisationId(), accepted.getInteractionId(), accepted.getOccurredAt())
                .with("state", "HANDLING")
                .with("agent_id", accepted.getAgentId())
                .with("accepted_at", accepted.getOccurredAt())
                .with("offer_expires_at", null);
        return projected(row, accepted.getOrganisationId(), accepted.getInteractionId(), accepted.getAgentId());
    }

    private static Projected returned(String organisationId, String interactionId, String agentId, Instant at) {
        Row row = interaction(organisationId, interactionId, at)
                .with("state", "QUEUED")
                .with("agent_id", null)
                .with("offer_expires_at", null);
        return projected(row, organisationId, interactionId, agentId);
    }

    private static Projected segmentEnded(InteractionSegmentEnded ended) {
        Row row = interaction(ended.getOrganisationId(), ended.getInteractionId(), ended.getOccurredAt())
                .with("trouble", null);
        if (ended.getAction() == SegmentAction.REPLY) {
            row.with("state", "REPLYING");
        }
        return projected(row, ended.getOrganisationId(), ended.getInteractionId(), ended.getAgentId());
    }

    private static Projected wrapUpStarted(InteractionWrapUpStarted started) {
        Row row = interaction(started.getOrganisationId(), started.getInteractionId(), started.getOccurredAt())
                .with("state", "WRAPPING_UP")
                .with("wrap_up_code", started.getWrapUpCode())
                .with("wrap_up_started_at", started.getOccurredAt())
                .with("wrap_up_ends_at", started.getEndsAt());
        return projected(row, started.getOrganisationId(), started.getInteractionId(), started.getAgentId());
    }

    /** Where no reply is on its way, another event tells what comes next. */
    private static Projected wrapUpEnded(InteractionWrapUpEnded ended) {
        Row row = interaction(ended.getOrganisationId(), ended.getInteractionId(), ended.getOccurredAt())
                .with("wrap_up_code", ended.getWrapUpCode())
                .with("wrap_up_started_at", null)
                .with("wrap_up_ends_at", null)
                .with("after_call_work_micros", ended.getAfterCallWorkMicros());
        if (ended.getReplyUnderWay()) {
            row.with("state", "REPLYING");
        }
        return projected(row, ended.getOrganisationId(), ended.getInteractionId(), ended.getAgentId());
    }

    private static Projected reopened(InteractionReopened reopened) {
        Row row = interaction(reopened.getOrganisationId(), reopened.getInteractionId(), reopened.getOccurredAt())
                .with("state", "HANDLING")
                .with("agent_id", reopened.getAgentId())
                .with("closed_at", null)
                .with("close_reason", null)
                .with("trouble", reopened.getReason());
        return projected(row, reopened.getOrganisationId(), reopened.getInteractionId(), reopened.getAgentId());
    }

    private static Projected closed(InteractionClosed closed) {
        Row row = interaction(closed.getOrganisationId(), closed.getInteractionId(), closed.getOccurredAt())
                .with("state", "CLOSED")
                .with("agent_id", closed.getAgentId())
                .with("closed_at", closed.getOccurredAt())
                .with("close_reason", closed.getReason().name())
                .with("handle_time_micros", closed.getHandleTimeMicros())
                .with("wrap_up_code", closed.getWrapUpCode())
                .with("trouble", null);
        return projected(row, closed.getOrganisationId(), closed.getInteractionId(), closed.getAgentId());
    }

    private static Projected refused(RoutingCommandRejected refused) {
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.agent(refused.getOrganisationId(), refused.getAgentId()));
        if (refused.getInteractionId() != null) {
            signals.add(Signal.interaction(refused.getOrganisationId(), refused.getInteractionId()));
        }
        return new Projected(
                List.of(Row.of("refused_command", refused.getOrganisationId())
                        .keyed("command_id", refused.getCommandId())
                        .with("command", refused.getCommand())
                        .with("agent_id", refused.getAgentId())
                        .with("interaction_id", refused.getInteractionId())
                        .with("reason", refused.getReason())
                        .with("refused_at", refused.getOccurredAt())
                        .put()),
                signals);
    }

    /** The row of an interaction that changed at a moment. */
    static Row interaction(String organisationId, String interactionId, Instant at) {
        return Row.of("interaction", organisationId)
                .keyed("interaction_id", interactionId)
                .with("changed_at", at);
    }

    /** Changes a row, and wakes the pages of the interaction, of the queues and of an agent. */
    static Projected projected(Row row, String organisationId, String interactionId, @Nullable String agentId) {
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.interaction(organisationId, interactionId));
        signals.add(Signal.queues(organisationId));
        if (agentId != null) {
            signals.add(Signal.agent(organisationId, agentId));
        }
        return new Projected(List.of(row.put()), signals);
    }
}
