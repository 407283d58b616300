package org.postroom.domain.organisation.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationId;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationState;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/**
 * Publishes {@code OrganisationCreated}, {@code OrganisationChanged}, {@code OrganisationSuspended},
 * {@code OrganisationResumed} and {@code OrganisationRemoved}.
 */
@Component
final class OrganisationEventsPublisher implements OrganisationPublisher {

    private final Outbox outbox;

    OrganisationEventsPublisher(Outbox outbox) {
        this.outbox = outbox;
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
    }

    private void add(OrganisationId id, SpecificRecord event) {
        outbox.add(Topics.DOMAIN_EVENTS, id.value(), event);
    }
}
