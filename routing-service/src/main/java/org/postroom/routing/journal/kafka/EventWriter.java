package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionDeclined;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.interaction.SegmentAction;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.routing.acd.Score;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.Id;

/** Writes what routing decided as events; Avro begins here. Names of enum values are the same on both sides. */
final class EventWriter {

    private EventWriter() {}

    /** Writes one event of an organisation that happened at the moment named. */
    static SpecificRecord write(RoutingEvent event, String organisationId, Instant at) {
        return switch (event) {
            case RoutingEvent.EmailThreaded threaded -> threaded(threaded, organisationId, at);
            case RoutingEvent.EmailDiscarded discarded ->
                new EmailDiscarded(
                        organisationId,
                        discarded.emailId().value(),
                        DiscardReason.valueOf(discarded.reason().name()),
                        at);
            case RoutingEvent.InteractionQueued queued -> queued(queued, organisationId, at);
            case RoutingEvent.InteractionOffered offered -> offered(offered, organisationId, at);
            case RoutingEvent.InteractionAccepted accepted ->
                new InteractionAccepted(
                        organisationId,
                        accepted.interactionId().value(),
                        accepted.agentId().value(),
                        micros(accepted.waited()),
                        at);
            case RoutingEvent.InteractionDeclined declined ->
                new InteractionDeclined(
                        organisationId,
                        declined.interactionId().value(),
                        declined.agentId().value(),
                        at);
            case RoutingEvent.InteractionOfferExpired expired ->
                new InteractionOfferExpired(
                        organisationId,
                        expired.interactionId().value(),
                        expired.agentId().value(),
                        at);
            case RoutingEvent.InteractionSegmentEnded ended -> segmentEnded(ended, organisationId, at);
            case RoutingEvent.InteractionReopened reopened ->
                new InteractionReopened(
                        organisationId,
                        reopened.interactionId().value(),
                        reopened.agentId().value(),
                        reopened.replyId().value(),
                        reopened.reason(),
                        at);
            case RoutingEvent.InteractionClosed closed -> closed(closed, organisationId, at);
            case RoutingEvent.RoutingCommandRejected rejected -> rejected(rejected, organisationId, at);
            case RoutingEvent.AgentStatusChanged changed ->
                new AgentStatusChanged(
                        organisationId,
                        changed.agentId().value(),
                        AgentStatus.valueOf(changed.status().name()),
                        AgentStatus.valueOf(changed.previousStatus().name()),
                        changed.reason().name(),
                        at);
        };
    }

    private static EmailThreaded threaded(RoutingEvent.EmailThreaded threaded, String organisationId, Instant at) {
        return new EmailThreaded(
                organisationId,
                threaded.emailId().value(),
                threaded.conversationId().value(),
                threaded.interactionId().value(),
                threaded.newInteraction(),
                ThreadingRule.valueOf(threaded.rule().name()),
                text(threaded.matched()),
                at);
    }

    private static InteractionQueued queued(RoutingEvent.InteractionQueued queued, String organisationId, Instant at) {
        var enquiry = queued.enquiry();
        Requirement requirement = enquiry.requirement();
        @Nullable Language language = requirement.language();
        return InteractionQueued.newBuilder()
                .setOrganisationId(organisationId)
                .setInteractionId(enquiry.interactionId().value())
                .setConversationId(enquiry.conversationId().value())
                .setEmailId(enquiry.emailId().value())
                .setAddressId(enquiry.addressId().value())
                .setQueueId(requirement.queueId().value())
                .setSkills(requirement.skills().stream()
                        .map(level -> new SkillRequirement(level.skillId().value(), level.proficiency()))
                        .toList())
                .setLanguage(language == null ? null : language.tag())
                .setCustomer(new MailAddress(
                        enquiry.customer().address(), enquiry.customer().name()))
                .setSubject(enquiry.subject())
                .setReason(QueueReason.valueOf(queued.reason().name()))
                .setScore(score(queued.score()))
                .setWaitingSince(enquiry.waitingSince())
                .setOccurredAt(at)
                .build();
    }

    private static InteractionOffered offered(
            RoutingEvent.InteractionOffered offered, String organisationId, Instant at) {
        return new InteractionOffered(
                organisationId,
                offered.interactionId().value(),
                offered.agentId().value(),
                offered.offerId().value(),
                offered.queueId().value(),
                score(offered.score()),
                offered.expiresAt(),
                at);
    }

    private static InteractionSegmentEnded segmentEnded(
            RoutingEvent.InteractionSegmentEnded ended, String organisationId, Instant at) {
        return new InteractionSegmentEnded(
                organisationId,
                ended.interactionId().value(),
                ended.agentId().value(),
                ended.segment(),
                SegmentAction.valueOf(ended.action().name()),
                micros(ended.handleTime()),
                text(ended.replyId()),
                at);
    }

    private static InteractionClosed closed(RoutingEvent.InteractionClosed closed, String organisationId, Instant at) {
        return new InteractionClosed(
                organisationId,
                closed.interactionId().value(),
                closed.conversationId().value(),
                CloseReason.valueOf(closed.reason().name()),
                closed.agentId() == null ? null : closed.agentId().value(),
                micros(closed.handleTime()),
                closed.wrapUpCode(),
                at);
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

    private static ScoreParts score(Score score) {
        return new ScoreParts(score.priority(), score.minutesWaited(), score.total());
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static long micros(Duration duration) {
        return TimeUnit.SECONDS.toMicros(duration.getSeconds()) + duration.getNano() / 1000;
    }
}
