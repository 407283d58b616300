package org.postroom.verification.maildomain.kafka;

import java.time.Instant;
import org.postroom.events.standing.DomainStanding;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.PublishedStanding;
import org.postroom.verification.maildomain.StandingPublisher;
import org.springframework.stereotype.Component;

/** Publishes {@code DomainStanding}. */
@Component
final class OutboxStandingPublisher implements StandingPublisher {

    private final Outbox outbox;

    OutboxStandingPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(DomainIdentity domain, PublishedStanding standing, Instant at) {
        outbox.add(
                Topics.STANDINGS,
                domain.organisationId(),
                EntityKey.ofDomain(domain.organisationId(), domain.domainId()).toString(),
                DomainStanding.newBuilder()
                        .setOrganisationId(domain.organisationId())
                        .setDomainId(domain.domainId())
                        .setDomainName(domain.domainName())
                        .setReceivesSince(standing.receivesSince())
                        .setSendsSince(standing.sendsSince())
                        .setReceivesUnderName(standing.receivesUnderName())
                        .setNameProvenAt(standing.nameProvenAt())
                        .setBounceName(standing.bounceName())
                        .setRedirectAddress(standing.redirectAddress())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void removed(String organisationId, String domainId) {
        outbox.remove(
                Topics.STANDINGS,
                organisationId,
                EntityKey.ofDomain(organisationId, domainId).toString(),
                EntityKey.DOMAIN);
    }
}
