package org.postroom.domain.organisation.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationState;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/**
 * Publishes {@code OrganisationCreated}, {@code OrganisationChanged}, {@code OrganisationSuspended},
 * {@code OrganisationResumed} and {@code OrganisationRemoved}, each with the {@code OrganisationStanding} that follows.
 */
@Component
final class OrganisationEventsPublisher implements OrganisationPublisher {

    private final Outbox outbox;
    private final OrganisationStandings standings;

    OrganisationEventsPublisher(Outbox outbox, OrganisationStandings standings) {
        this.outbox = outbox;
        this.standings = standings;
    }

    @Override
    public void created(RegisteredOrganisation registered) {
        Organisation organisation = registered.organisation();
        add(
                organisation.id(),
                OrganisationCreated.newBuilder()
                        .setOrganisationId(organisation.id().value())
                        .setName(organisation.name().value())
                        .setAccountName(organisation.accountName().value())
                        .setDefaultLanguage(organisation.defaultLanguage().value())
                        .setTimeZone(organisation.timeZone().getId())
                        .setOccurredAt(registered.createdAt())
                        .build());
        standing(registered, registered.createdAt());
    }

    @Override
    public void changed(RegisteredOrganisation registered, String changedBy, Instant at) {
        Organisation organisation = registered.organisation();
        add(
                organisation.id(),
                OrganisationChanged.newBuilder()
                        .setOrganisationId(organisation.id().value())
                        .setName(organisation.name().value())
                        .setAccountName(organisation.accountName().value())
                        .setDefaultLanguage(organisation.defaultLanguage().value())
                        .setTimeZone(organisation.timeZone().getId())
                        .setChangedBy(changedBy)
                        .setVersion(registered.version())
                        .setOccurredAt(at)
                        .build());
        standing(registered, at);
    }

    @Override
    public void suspended(OrganisationId id, OrganisationState.Suspended state) {
        add(
                id,
                OrganisationSuspended.newBuilder()
                        .setOrganisationId(id.value())
                        .setReason(state.reason().value())
                        .setSuspendedBy(state.by())
                        .setOccurredAt(state.since())
                        .build());
        standings.suspended(id, state.since());
    }

    @Override
    public void resumed(OrganisationId id, String resumedBy, Instant at) {
        add(
                id,
                OrganisationResumed.newBuilder()
                        .setOrganisationId(id.value())
                        .setResumedBy(resumedBy)
                        .setOccurredAt(at)
                        .build());
        standings.active(id, at);
    }

    @Override
    public void removed(OrganisationId id, String removedBy, Instant at) {
        add(
                id,
                OrganisationRemoved.newBuilder()
                        .setOrganisationId(id.value())
                        .setRemovedBy(removedBy)
                        .setOccurredAt(at)
                        .build());
        standings.removed(id, at);
    }

    @Override
    public void standing(RegisteredOrganisation registered, Instant at) {
        OrganisationId id = registered.organisation().id();
        switch (registered.state()) {
            case OrganisationState.Active active -> standings.active(id, at);
            case OrganisationState.Suspended suspended -> standings.suspended(id, at);
        }
    }

    @Override
    public void wasRemoved(OrganisationId id, Instant at) {
        standings.removed(id, at);
    }

    private void add(OrganisationId id, SpecificRecord event) {
        outbox.add(Topics.DOMAIN_EVENTS, id.value(), event);
    }
}
