package org.postroom.outbound.signing.kafka;

import java.time.Instant;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.KeyAnnouncer;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts {@link DkimKeyIssued} into the outbox; the private half never comes near it. */
@Component
@InStage(Stage.SEND)
class DkimKeyIssuedPublisher implements KeyAnnouncer {

    private final Outbox outbox;

    DkimKeyIssuedPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(String organisationId, String domainId, String domainName, DkimKey key, Instant at) {
        DkimKeyIssued event = DkimKeyIssued.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domainId)
                .setDomainName(domainName)
                .setSelector(key.selector())
                .setKeyType("rsa")
                .setPublicKey(key.publicKey())
                .setOccurredAt(at)
                .build();
        outbox.add(Topics.DOMAIN_EVENTS, organisationId, event);
    }
}
