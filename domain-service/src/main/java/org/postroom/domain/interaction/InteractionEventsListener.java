package org.postroom.domain.interaction;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code InteractionQueued}, {@code InteractionClosed} and {@code InteractionReopened}; a repeat changes nothing. */
@Component
class InteractionEventsListener {

    private final Interactions interactions;

    InteractionEventsListener(Interactions interactions) {
        this.interactions = interactions;
    }

    @KafkaListener(id = "interaction-events", idIsGroup = false, topics = "postroom.interaction-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case InteractionQueued queued ->
                interactions.queued(
                        new OrganisationId(queued.getOrganisationId()),
                        new InteractionId(queued.getInteractionId()),
                        queued.getAddressId(),
                        queued.getQueueId());
            case InteractionClosed closed ->
                interactions.closed(
                        new OrganisationId(closed.getOrganisationId()),
                        new InteractionId(closed.getInteractionId()),
                        closed.getOccurredAt());
            case InteractionReopened reopened ->
                interactions.reopened(
                        new OrganisationId(reopened.getOrganisationId()),
                        new InteractionId(reopened.getInteractionId()));
            case null, default -> {}
        }
    }
}
