package org.postroom.verification.maildomain.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DkimKeyRetired;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.verification.maildomain.DkimKey;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.MailDomains;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears {@code DomainAdded}, {@code DomainSettingsChanged}, {@code DomainRemoved}, {@code OrganisationRemoved},
 * {@code DkimKeyIssued}, {@code DkimKeyRetired} and {@code RedirectedMailArrived}; the topic's others do not concern us.
 */
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
                        new DomainIdentity(added.getOrganisationId(), added.getDomainId(), added.getDomainName()),
                        Uses.of(added.getDomainType(), added.getSettings()));
            case DomainSettingsChanged changed ->
                domains.usedAs(
                        new DomainIdentity(changed.getOrganisationId(), changed.getDomainId(), changed.getDomainName()),
                        Uses.of(changed.getDomainType(), changed.getSettings()));
            case DkimKeyIssued issued ->
                domains.dkimKeyIssued(
                        new DomainIdentity(issued.getOrganisationId(), issued.getDomainId(), issued.getDomainName()),
                        new DkimKey(issued.getSelector(), issued.getKeyType(), issued.getPublicKey()));
            case DkimKeyRetired retired ->
                domains.dkimKeyRetired(
                        new DomainIdentity(retired.getOrganisationId(), retired.getDomainId(), retired.getDomainName()),
                        retired.getSelector());
            case RedirectedMailArrived arrived ->
                domains.redirectedMailArrived(new DomainIdentity(
                        arrived.getOrganisationId(), arrived.getDomainId(), arrived.getDomainName()));
            case DomainRemoved removed ->
                domains.removed(new DomainIdentity(
                        removed.getOrganisationId(), removed.getDomainId(), removed.getDomainName()));
            case OrganisationRemoved removed -> domains.organisationRemoved(removed.getOrganisationId());
            case null, default -> {}
        }
    }
}
