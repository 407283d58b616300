package org.postroom.domain.maildomain.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.ReceivingWay;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.UnverifiedSending;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes {@code DomainAdded}, {@code DomainSettingsChanged} and {@code DomainRemoved}. */
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
                domain.version() == 1 ? added(organisationId, domain) : settingsChanged(organisationId, domain));
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

    private static SpecificRecord added(String organisationId, Entry<MailDomain> domain) {
        return DomainAdded.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domain.id())
                .setDomainName(domain.value().name().value())
                .setAddedBy(domain.changedBy())
                .setDomainType(type(domain.value()))
                .setSettings(settings(domain.value()))
                .setOccurredAt(domain.value().addedAt())
                .build();
    }

    private static SpecificRecord settingsChanged(String organisationId, Entry<MailDomain> domain) {
        return DomainSettingsChanged.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domain.id())
                .setDomainName(domain.value().name().value())
                .setDomainType(type(domain.value()))
                .setSettings(settings(domain.value()))
                .setChangedBy(domain.changedBy())
                .setVersion(domain.version())
                .setOccurredAt(domain.changedAt())
                .build();
    }

    private static DomainType type(MailDomain domain) {
        return switch (domain.type()) {
            case SYSTEM -> DomainType.SYSTEM;
            case CUSTOM -> DomainType.CUSTOM;
        };
    }

    private static DomainSettings settings(MailDomain domain) {
        var settings = domain.settings();
        @Nullable SmtpServerId server = settings.smtpServer();
        return DomainSettings.newBuilder()
                .setReceivingWay(
                        switch (settings.receivingWay()) {
                            case MX -> ReceivingWay.MX;
                            case REDIRECT -> ReceivingWay.REDIRECT;
                        })
                .setSendingWay(
                        switch (settings.sendingWay()) {
                            case PLATFORM -> SendingWay.PLATFORM;
                            case CUSTOM_SMTP -> SendingWay.CUSTOM_SMTP;
                        })
                .setSmtpServerId(server == null ? null : server.value())
                .setWhenUnverified(
                        switch (settings.whenUnverified()) {
                            case HOLD -> UnverifiedSending.HOLD;
                            case SYSTEM_DOMAIN -> UnverifiedSending.SYSTEM_DOMAIN;
                            case REFUSE -> UnverifiedSending.REFUSE;
                        })
                .setMailFromLabel(settings.mailFromLabel().value())
                .build();
    }
}
