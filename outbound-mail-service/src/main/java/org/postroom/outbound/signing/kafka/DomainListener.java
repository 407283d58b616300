package org.postroom.outbound.signing.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives new domains their keys and notes which domains may send. A degraded domain still may. */
@Component
@InStage(Stage.SEND)
class DomainListener {

    private final IssueKeys issuing;
    private final SendingDomains domains;

    DomainListener(IssueKeys issuing, SendingDomains domains) {
        this.issuing = issuing;
        this.domains = domains;
    }

    @KafkaListener(id = "domains", groupId = "outbound-mail-domains", topics = "postroom.domain-events")
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case DomainAdded added ->
                issuing.domainAdded(added.getOrganisationId(), added.getDomainId(), added.getDomainName());
            case DomainVerified verified
            when verified.getDirection() == MailDirection.SENDING ->
                domains.verified(verified.getOrganisationId(), verified.getDomainId(), true);
            case DomainVerificationFailed failed
            when failed.getDirection() == MailDirection.SENDING ->
                domains.verified(failed.getOrganisationId(), failed.getDomainId(), false);
            case DomainRemoved removed -> domains.removed(removed.getOrganisationId(), removed.getDomainId());
            case null, default -> {
                // the other events do not concern sending
            }
        }
    }
}
