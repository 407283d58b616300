package org.postroom.console.projection.kafka;

import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.UnparkReason;

/** What it means for the pages that agents put work away and give it to others, and what they note. */
final class HandOverProjection {

    private HandOverProjection() {}

    static Projected parked(InteractionParked parked) {
        Row row = InteractionProjection.interaction(
                        parked.getOrganisationId(), parked.getInteractionId(), parked.getOccurredAt())
                .with("state", "PARKED")
                .with("parked_until", parked.getUntil());
        return InteractionProjection.projected(
                row, parked.getOrganisationId(), parked.getInteractionId(), parked.getAgentId());
    }

    /** Where it is not resumed, another event tells where it goes. */
    static Projected unparked(InteractionUnparked unparked) {
        Row row = InteractionProjection.interaction(
                        unparked.getOrganisationId(), unparked.getInteractionId(), unparked.getOccurredAt())
                .with("parked_until", null);
        if (unparked.getReason() == UnparkReason.RESUMED) {
            row.with("state", "HANDLING");
        }
        return InteractionProjection.projected(
                row, unparked.getOrganisationId(), unparked.getInteractionId(), unparked.getAgentId());
    }

    /** Another event tells where it is now; the page of the agent who gave it shows that it is gone. */
    static Projected transferred(InteractionTransferred given) {
        Row row = InteractionProjection.interaction(
                        given.getOrganisationId(), given.getInteractionId(), given.getOccurredAt())
                .with("agent_id", null);
        return InteractionProjection.projected(
                row, given.getOrganisationId(), given.getInteractionId(), given.getAgentId());
    }

    static Projected noted(InteractionNoted noted) {
        return Projected.of(
                Row.of("note", noted.getOrganisationId())
                        .keyed("note_id", noted.getNoteId())
                        .with("interaction_id", noted.getInteractionId())
                        .with("agent_id", noted.getAgentId())
                        .with("content_key", noted.getContent().getKey())
                        .with("noted_at", noted.getOccurredAt())
                        .put(),
                Signal.interaction(noted.getOrganisationId(), noted.getInteractionId()));
    }
}
