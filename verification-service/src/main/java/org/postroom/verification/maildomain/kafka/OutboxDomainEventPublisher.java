package org.postroom.verification.maildomain.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange.BecameDegraded;
import org.postroom.verification.direction.DirectionChange.BecameFailed;
import org.postroom.verification.direction.DirectionChange.BecameVerified;
import org.postroom.verification.maildomain.DomainEvent;
import org.postroom.verification.maildomain.DomainEvent.Checked;
import org.postroom.verification.maildomain.DomainEvent.DirectionChanged;
import org.postroom.verification.maildomain.DomainEvent.RecordStatusChanged;
import org.postroom.verification.maildomain.DomainEvent.RecordsIssued;
import org.postroom.verification.maildomain.DomainEventPublisher;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.RecordChange;
import org.postroom.verification.record.kafka.RecordEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Publishes {@code DomainRecordsIssued}, {@code DomainChecked}, {@code DomainRecordStatusChanged}, {@code DomainVerified},
 * {@code DomainVerificationDegraded} and {@code DomainVerificationFailed}.
 */
@Component
final class OutboxDomainEventPublisher implements DomainEventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDomainEventPublisher.class);

    private final Outbox outbox;

    OutboxDomainEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(DomainIdentity domain, DomainEvent event, Instant at) {
        SpecificRecord published = switch (event) {
            case RecordsIssued issued -> recordsIssued(domain, issued, at);
            case Checked checked -> checked(domain, checked, at);
            case RecordStatusChanged changed -> statusChanged(domain, changed, at);
            case DirectionChanged changed ->
                switch (changed.change()) {
                    case BecameVerified verified -> verified(domain, changed.direction(), verified, at);
                    case BecameDegraded degraded -> degraded(domain, changed.direction(), degraded, at);
                    case BecameFailed failed -> failed(domain, changed.direction(), failed, at);
                };
        };
        outbox.add(Topics.DOMAIN_EVENTS, domain.organisationId(), published);
        LOG.atLevel(event instanceof Checked ? Level.DEBUG : Level.INFO)
                .addKeyValue("organisationId", domain.organisationId())
                .addKeyValue("domainId", domain.domainId())
                .addKeyValue("event", published.getSchema().getName())
                .log("Verification of a domain moved on");
    }

    private static DomainRecordsIssued recordsIssued(DomainIdentity domain, RecordsIssued event, Instant at) {
        return DomainRecordsIssued.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setRecords(RecordEvents.issued(event.issue().records()))
                .setRedirectAddress(event.issue().redirectAddress())
                .setOccurredAt(at)
                .build();
    }

    private static DomainChecked checked(DomainIdentity domain, Checked event, Instant at) {
        Findings findings = event.check().findings();
        return DomainChecked.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setTrigger(event.check().trigger().name())
                .setResults(RecordEvents.checked(findings.results()))
                .setDurationMicros(event.check().took().toNanos() / 1_000)
                .setChanges(event.changes().stream()
                        .map(OutboxDomainEventPublisher::change)
                        .toList())
                .setDmarc(findings.dmarc() == null ? null : DmarcEvents.of(findings.dmarc()))
                .setOccurredAt(at)
                .build();
    }

    private static org.postroom.events.domain.RecordChange change(RecordChange change) {
        return org.postroom.events.domain.RecordChange.newBuilder()
                .setPurpose(RecordEvents.purpose(change.purpose()))
                .setName(change.name())
                .setFrom(RecordEvents.status(change.from()))
                .setTo(RecordEvents.status(change.to()))
                .build();
    }

    private static DomainRecordStatusChanged statusChanged(
            DomainIdentity domain, RecordStatusChanged event, Instant at) {
        return DomainRecordStatusChanged.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setRecord(RecordEvents.issued(event.record()))
                .setFrom(RecordEvents.status(event.from()))
                .setTo(RecordEvents.status(event.to()))
                .setReason(event.reason())
                .setOccurredAt(at)
                .build();
    }

    private static DomainVerified verified(
            DomainIdentity domain, Direction direction, BecameVerified change, Instant at) {
        return DomainVerified.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setDirection(direction(direction))
                .setOfName(change.ofName())
                .setOccurredAt(at)
                .build();
    }

    private static DomainVerificationDegraded degraded(
            DomainIdentity domain, Direction direction, BecameDegraded change, Instant at) {
        return DomainVerificationDegraded.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setDirection(direction(direction))
                .setReason(change.reason())
                .setGraceEndsAt(change.graceEndsAt())
                .setOccurredAt(at)
                .build();
    }

    private static DomainVerificationFailed failed(
            DomainIdentity domain, Direction direction, BecameFailed change, Instant at) {
        return DomainVerificationFailed.newBuilder()
                .setOrganisationId(domain.organisationId())
                .setDomainId(domain.domainId())
                .setDomainName(domain.domainName())
                .setDirection(direction(direction))
                .setReason(change.reason())
                .setOccurredAt(at)
                .build();
    }

    private static MailDirection direction(Direction direction) {
        return switch (direction) {
            case RECEIVING -> MailDirection.RECEIVING;
            case SENDING -> MailDirection.SENDING;
        };
    }
}
