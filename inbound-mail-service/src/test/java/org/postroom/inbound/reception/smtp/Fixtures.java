package org.postroom.inbound.reception.smtp;

import java.time.Instant;
import java.util.List;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainVerified;

/** Events that others would have written. */
final class Fixtures {

    private Fixtures() {}

    static DomainVerified verified(String organisationId, String domainName) {
        return DomainVerified.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domainId(domainName))
                .setDomainName(domainName)
                .setDirection(MailDirection.RECEIVING)
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    static DomainVerified nameProven(String organisationId, String domainName) {
        return DomainVerified.newBuilder(verified(organisationId, domainName))
                .setDirection(MailDirection.SENDING)
                .setOfName(true)
                .build();
    }

    static DomainAdded added(String organisationId, String domainName) {
        return DomainAdded.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domainId(domainName))
                .setDomainName(domainName)
                .setAddedBy("test")
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    static DomainRecordsIssued redirected(String organisationId, String domainName, String redirectAddress) {
        var bounces = new IssuedRecord(
                RecordPurpose.MAIL_FROM_MX, false, "bounce." + domainName, "MX", "10 mx.postroom.test");
        return DomainRecordsIssued.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domainId(domainName))
                .setDomainName(domainName)
                .setRecords(List.of(bounces))
                .setRedirectAddress(redirectAddress)
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    static AddressConfigured address(String organisationId, String domainName, String localPart) {
        return AddressConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAddressId(addressId(domainName, localPart))
                .setDomainId(domainId(domainName))
                .setDomainName(domainName)
                .setLocalPart(localPart)
                .setFromAddress(localPart + "@" + domainName)
                .setQueueId("queue-1")
                .setChangedBy("test")
                .setVersion(1)
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    static String addressKey(String organisationId, String domainName, String localPart) {
        return organisationId + "/address/" + addressId(domainName, localPart);
    }

    static String addressId(String domainName, String localPart) {
        return localPart + "-at-" + domainName;
    }

    private static String domainId(String domainName) {
        return "domain-" + domainName;
    }
}
