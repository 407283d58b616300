package org.postroom.verification.maildomain.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.MailDomains;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code DomainAdded}, {@code DkimKeyIssued} and {@code DomainRemoved}; the topic's other events are our own. */
@Component
class DomainEventsListener {

    private final MailDomains domains;

    DomainEventsListener(MailDomains domains) {
        this.domains = domains;
    }

    @KafkaListener(id = "domain-events", idIsGroup = false, topics = "postroom.domain-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case DomainAdded added ->
                domains.added(
                        new DomainIdentity(added.getOrganisationId(), added.getDomainId(), added.getDomainName()));
            case DkimKeyIssued issued ->
                domains.dkimKeyIssued(
                        new DomainIdentity(issued.getOrganisationId(), issued.getDomainId(), issued.getDomainName()),
                        issued.getSelector(),
                        issued.getKeyType(),
                        issued.getPublicKey());
            case DomainRemoved removed ->
                domains.removed(new DomainIdentity(
                        removed.getOrganisationId(), removed.getDomainId(), removed.getDomainName()));
            case null, default -> {}
        }
    }
}
