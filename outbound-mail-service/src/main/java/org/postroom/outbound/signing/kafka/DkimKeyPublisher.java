package org.postroom.outbound.signing.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.DkimKeyActivated;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DkimKeyRetired;
import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.DkimKeys.KeyOfDomain;
import org.postroom.outbound.signing.KeyPublisher;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts what becomes of keys into the outbox; no private half comes near it. */
@Component
@InStage(Stage.SEND)
class DkimKeyPublisher implements KeyPublisher {

    private final Outbox outbox;

    DkimKeyPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(OrganisationId organisationId, DomainId domainId, String domainName, DkimKey key, Instant at) {
        DkimKeyIssued event = DkimKeyIssued.newBuilder()
                .setOrganisationId(organisationId.value())
                .setDomainId(domainId.value())
                .setDomainName(domainName)
                .setSelector(key.selector())
                .setKeyType(key.type().tag())
                .setPublicKey(key.publicKey())
                .setOccurredAt(at)
                .build();
        outbox.add(Topics.DOMAIN_EVENTS, organisationId.value(), event);
    }

    @Override
    public void activated(KeyOfDomain key, @Nullable String previousSelector, Instant at) {
        DkimKeyActivated event = DkimKeyActivated.newBuilder()
                .setOrganisationId(key.organisationId().value())
                .setDomainId(key.domainId().value())
                .setDomainName(key.domainName())
                .setSelector(key.selector())
                .setKeyType(key.keyType().tag())
                .setPreviousSelector(previousSelector)
                .setOccurredAt(at)
                .build();
        outbox.add(Topics.DOMAIN_EVENTS, key.organisationId().value(), event);
    }

    @Override
    public void retired(KeyOfDomain key, Instant at) {
        DkimKeyRetired event = DkimKeyRetired.newBuilder()
                .setOrganisationId(key.organisationId().value())
                .setDomainId(key.domainId().value())
                .setDomainName(key.domainName())
                .setSelector(key.selector())
                .setKeyType(key.keyType().tag())
                .setOccurredAt(at)
                .build();
        outbox.add(Topics.DOMAIN_EVENTS, key.organisationId().value(), event);
    }
}
