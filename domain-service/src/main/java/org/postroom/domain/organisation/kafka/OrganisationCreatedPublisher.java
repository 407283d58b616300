package org.postroom.domain.organisation.kafka;

import java.time.Instant;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes {@code OrganisationCreated}. */
@Component
final class OrganisationCreatedPublisher implements OrganisationPublisher {

    private final Outbox outbox;

    OrganisationCreatedPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void created(Organisation organisation, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisation.id().value(),
                OrganisationCreated.newBuilder()
                        .setOrganisationId(organisation.id().value())
                        .setName(organisation.name().value())
                        .setAccountName(organisation.accountName().value())
                        .setDefaultLanguage(organisation.defaultLanguage().value())
                        .setTimeZone(organisation.timeZone().getId())
                        .setOccurredAt(at)
                        .build());
    }
}
