package org.postroom.outbound.signing.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.common.SendingWay;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.outbound.signing.DomainNews;
import org.postroom.outbound.signing.SendingDomain.Use;
import org.postroom.outbound.signing.SendingDomain.WhenUnverified;
import org.postroom.outbound.signing.SendingDomains.MailFromRecord;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes on what the log says about domains and organisations. A degraded domain may still send. */
@Component
@InStage(Stage.SEND)
class DomainListener {

    private final DomainNews news;

    DomainListener(DomainNews news) {
        this.news = news;
    }

    @Consumers.OfDomains
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case DomainAdded added ->
                news.added(
                        new OrganisationId(added.getOrganisationId()),
                        new DomainId(added.getDomainId()),
                        added.getDomainName(),
                        use(added.getDomainType(), added.getSettings()));
            case DomainSettingsChanged changed ->
                news.used(
                        new OrganisationId(changed.getOrganisationId()),
                        new DomainId(changed.getDomainId()),
                        use(changed.getDomainType(), changed.getSettings()));
            case DomainVerified verified
            when verified.getDirection() == MailDirection.SENDING ->
                news.verified(
                        new OrganisationId(verified.getOrganisationId()), new DomainId(verified.getDomainId()), true);
            case DomainVerificationFailed failed
            when failed.getDirection() == MailDirection.SENDING ->
                news.verified(
                        new OrganisationId(failed.getOrganisationId()), new DomainId(failed.getDomainId()), false);
            case DomainRecordStatusChanged changed -> on(changed);
            case DomainRemoved removed ->
                news.removed(
                        new OrganisationId(removed.getOrganisationId()),
                        new DomainId(removed.getDomainId()),
                        removed.getDomainName());
            case OrganisationSuspended suspended ->
                news.suspended(new OrganisationId(suspended.getOrganisationId()), Optional.of(suspended.getReason()));
            case OrganisationResumed resumed ->
                news.suspended(new OrganisationId(resumed.getOrganisationId()), Optional.empty());
            case OrganisationRemoved removed ->
                news.organisationRemoved(new OrganisationId(removed.getOrganisationId()));
            case null, default -> {
                // the other events do not concern sending
            }
        }
    }

    /** A look-up that failed says nothing about the record (RFC 2308, section 7). */
    private void on(DomainRecordStatusChanged changed) {
        if (changed.getTo() == RecordStatus.LOOKUP_ERROR || changed.getTo() == RecordStatus.UNKNOWN) {
            return;
        }
        OrganisationId organisationId = new OrganisationId(changed.getOrganisationId());
        String name = changed.getRecord().getName();
        boolean found = changed.getTo() == RecordStatus.OK;
        switch (changed.getRecord().getPurpose()) {
            case DKIM -> news.dkim(organisationId, new DomainId(changed.getDomainId()), name, found);
            case MAIL_FROM_MX ->
                news.mailFrom(organisationId, new DomainId(changed.getDomainId()), name, MailFromRecord.MX, found);
            case MAIL_FROM_SPF ->
                news.mailFrom(organisationId, new DomainId(changed.getDomainId()), name, MailFromRecord.SPF, found);
            case OWNERSHIP, INBOUND_MX, DMARC, MTA_STS, MTA_STS_HOST, TLS_REPORTS, UNKNOWN -> {
                // verification draws its conclusions from these
            }
        }
    }

    private static Use use(DomainType type, DomainSettings settings) {
        return new Use(
                type == DomainType.SYSTEM,
                settings.getSendingWay() == SendingWay.CUSTOM_SMTP,
                settings.getSmtpServerId(),
                switch (settings.getWhenUnverified()) {
                    case SYSTEM_DOMAIN -> WhenUnverified.SYSTEM_DOMAIN;
                    case REFUSE -> WhenUnverified.REFUSE;
                    case HOLD, UNKNOWN -> WhenUnverified.HOLD;
                },
                settings.getMailFromLabel());
    }
}
