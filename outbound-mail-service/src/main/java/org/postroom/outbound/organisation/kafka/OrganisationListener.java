package org.postroom.outbound.organisation.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes how organisations are called, and that one is gone. */
@Component
@InStage(Stage.COMPOSE)
class OrganisationListener {

    private final Organisations organisations;

    OrganisationListener(Organisations organisations) {
        this.organisations = organisations;
    }

    @Consumers.OfOrganisations
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case OrganisationCreated created ->
                organisations.named(new OrganisationId(created.getOrganisationId()), created.getName());
            case OrganisationChanged changed ->
                organisations.named(new OrganisationId(changed.getOrganisationId()), changed.getName());
            case OrganisationRemoved removed -> organisations.remove(new OrganisationId(removed.getOrganisationId()));
            case null, default -> {
                // the other events do not concern composing
            }
        }
    }
}
