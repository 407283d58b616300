package org.postroom.inbound.directory.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.inbound.directory.ConfiguredAddress;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.schemas.catalogue.Topics;

/** Applies each record of the configuration and of the domains to the directory. */
final class DirectoryUpdater {

    private static final String ADDRESS_KIND = "address";

    private final DirectoryTable table;

    DirectoryUpdater(DirectoryTable table) {
        this.table = table;
    }

    void apply(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case null -> remove(entry);
            case AddressConfigured address -> table.putAddress(configured(address));
            case DomainAdded added ->
                table.addDomain(added.getDomainId(), added.getOrganisationId(), added.getDomainName());
            case DomainVerified verified -> verified(verified);
            case DomainVerificationFailed failed
            when failed.getDirection() == MailDirection.RECEIVING ->
                table.closeDomain(failed.getDomainId(), failed.getOrganisationId(), failed.getDomainName());
            case DomainRecordsIssued issued ->
                table.aliasDomain(issued.getDomainId(), bounceName(issued), issued.getRedirectAddress());
            case DomainRemoved removed -> table.removeDomain(removed.getDomainId());
            case OrganisationSuspended organisation -> table.suspend(organisation.getOrganisationId());
            case OrganisationResumed organisation -> table.resume(organisation.getOrganisationId());
            case OrganisationRemoved organisation -> table.resume(organisation.getOrganisationId());
            default -> {
                // The other records of these topics say nothing about who may receive.
            }
        }
    }

    private void verified(DomainVerified verified) {
        String domainId = verified.getDomainId();
        String organisationId = verified.getOrganisationId();
        String name = verified.getDomainName();
        switch (verified.getDirection()) {
            case RECEIVING -> {
                if (isOfName(verified, !table.isRedirected(domainId))) {
                    table.openDomain(domainId, organisationId, name, verified.getOccurredAt());
                } else {
                    table.openRedirect(domainId, organisationId, name, verified.getOccurredAt());
                }
            }
            case SENDING -> {
                if (isOfName(verified, table.takesBounces(domainId))) {
                    table.proveName(domainId, organisationId, name, verified.getOccurredAt());
                }
            }
            case UNKNOWN -> {
                // a direction that this version does not know yet
            }
        }
    }

    /** What older events do not tell follows from the records that were issued before them. */
    private static boolean isOfName(DomainVerified verified, boolean byRecords) {
        @Nullable Boolean told = verified.getOfName();
        return told == null ? byRecords : told;
    }

    private static ConfiguredAddress configured(AddressConfigured address) {
        return new ConfiguredAddress(
                address.getAddressId(),
                address.getOrganisationId(),
                address.getDomainId(),
                address.getLocalPart(),
                address.getQueueId() != null || address.getFlowId() != null,
                address.getCatchAll(),
                address.getPlusAddressing());
    }

    private static @Nullable String bounceName(DomainRecordsIssued issued) {
        return issued.getRecords().stream()
                .filter(record -> record.getPurpose() == RecordPurpose.MAIL_FROM_MX)
                .map(IssuedRecord::getName)
                .findFirst()
                .orElse(null);
    }

    /** A configuration key is {@code organisationId/kind/entityId}; its tombstone removes the entity. */
    private void remove(ConsumerRecord<String, @Nullable Object> entry) {
        String[] parts = entry.key().split("/", 3);
        if (entry.topic().equals(Topics.CONFIGURATION.name()) && parts.length == 3 && parts[1].equals(ADDRESS_KIND)) {
            table.removeAddress(parts[2]);
        }
    }
}
