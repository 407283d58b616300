package org.postroom.domain.maildomain.kafka;

import java.time.Instant;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes {@code DomainAdded} and {@code DomainRemoved}. */
@Component
final class DomainEventsPublisher implements EntryPublisher<MailDomain> {

    private final Outbox outbox;

    DomainEventsPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(String organisationId, Entry<MailDomain> domain) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisationId,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domain.id())
                        .setDomainName(domain.value().name().value())
                        .setAddedBy(domain.changedBy())
                        .setOccurredAt(domain.value().addedAt())
                        .build());
    }

    @Override
    public void removed(String organisationId, Entry<MailDomain> domain, String removedBy, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisationId,
                DomainRemoved.newBuilder()
                        .setOrganisationId(organisationId)
                        .setDomainId(domain.id())
                        .setDomainName(domain.value().name().value())
                        .setRemovedBy(removedBy)
                        .setOccurredAt(at)
                        .build());
    }
}
