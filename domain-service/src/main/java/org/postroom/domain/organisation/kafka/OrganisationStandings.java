package org.postroom.domain.organisation.kafka;

import java.time.Instant;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes {@code OrganisationStanding}, in the transaction of what it follows from. */
@Component
final class OrganisationStandings {

    private final Outbox outbox;

    OrganisationStandings(Outbox outbox) {
        this.outbox = outbox;
    }

    void active(OrganisationId id, Instant at) {
        add(id, OrganisationState.ACTIVE, at);
    }

    void suspended(OrganisationId id, Instant at) {
        add(id, OrganisationState.SUSPENDED, at);
    }

    void removed(OrganisationId id, Instant at) {
        add(id, OrganisationState.REMOVED, at);
    }

    private void add(OrganisationId id, OrganisationState state, Instant at) {
        outbox.add(
                Topics.STANDINGS,
                id.value(),
                EntityKey.ofOrganisation(id.value()).toString(),
                new OrganisationStanding(id.value(), state, at));
    }
}
