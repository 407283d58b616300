package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionDeclined;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.OfferCause;
import org.postroom.events.interaction.QueueReason;
import org.postroom.routing.acd.Score;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.interaction.Kept;

/** Writes what happened to interactions on the way to an agent. */
final class QueueEvents {

    private QueueEvents() {}

    static SpecificRecord write(RoutingEvent.InteractionQueued queued, String organisationId, Instant at) {
        var enquiry = queued.enquiry();
        Requirement requirement = enquiry.requirement();
        @Nullable Language language = requirement.language();
        @Nullable Kept kept = queued.kept();
        // Not by the builder, which copies and checks each field again for every mail.
        return new InteractionQueued(
                organisationId,
                enquiry.interactionId().value(),
                enquiry.conversationId().value(),
                enquiry.emailId().value(),
                enquiry.addressId().value(),
                requirement.queueId().value(),
                requirement.skills().stream()
                        .map(level -> new SkillRequirement(level.skillId().value(), level.proficiency()))
                        .toList(),
                language == null ? null : language.tag(),
                new MailAddress(enquiry.customer().address(), enquiry.customer().name()),
                enquiry.subject(),
                QueueReason.valueOf(queued.reason().name()),
                score(queued.score()),
                enquiry.waitingSince(),
                CandidateEvents.write(queued.candidates()),
                queued.candidates().further(),
                kept == null ? null : kept.agentId().value(),
                kept == null ? null : kept.until(),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionOffered offered, String organisationId, Instant at) {
        return new InteractionOffered(
                organisationId,
                offered.interactionId().value(),
                offered.agentId().value(),
                offered.offerId().value(),
                offered.queueId().value(),
                score(offered.score()),
                offered.expiresAt(),
                cause(offered.cause()),
                CandidateEvents.write(offered.candidates()),
                offered.candidates().further(),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionAccepted accepted, String organisationId, Instant at) {
        return new InteractionAccepted(
                organisationId,
                accepted.interactionId().value(),
                accepted.agentId().value(),
                EventWriter.micros(accepted.waited()),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionDeclined declined, String organisationId, Instant at) {
        return new InteractionDeclined(
                organisationId,
                declined.interactionId().value(),
                declined.agentId().value(),
                at);
    }

    static SpecificRecord write(RoutingEvent.InteractionOfferExpired expired, String organisationId, Instant at) {
        return new InteractionOfferExpired(
                organisationId,
                expired.interactionId().value(),
                expired.agentId().value(),
                at);
    }

    private static OfferCause cause(RoutingEvent.@Nullable OfferCause cause) {
        return cause == null ? OfferCause.UNKNOWN : OfferCause.valueOf(cause.name());
    }

    private static ScoreParts score(Score score) {
        return new ScoreParts(score.priority(), score.minutesWaited(), score.total());
    }
}
