package org.postroom.inbound.reception.smtp;

import java.time.Instant;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.standing.DomainStanding;
import org.postroom.schemas.catalogue.EntityKey;

/** Events that others would have written. */
public final class Fixtures {

    private Fixtures() {}

    public static DomainStanding verified(String organisationId, String domainName) {
        return standing(organisationId, domainName)
                .setReceivesSince(Instant.EPOCH)
                .setReceivesUnderName(true)
                .setNameProvenAt(Instant.EPOCH)
                .build();
    }

    public static DomainStanding redirected(String organisationId, String domainName, String redirectAddress) {
        return standing(organisationId, domainName)
                .setBounceName("bounce." + domainName)
                .setRedirectAddress(redirectAddress)
                .build();
    }

    public static String domainKey(String organisationId, String domainName) {
        return EntityKey.ofDomain(organisationId, domainId(domainName)).toString();
    }

    private static DomainStanding.Builder standing(String organisationId, String domainName) {
        return DomainStanding.newBuilder()
                .setOrganisationId(organisationId)
                .setDomainId(domainId(domainName))
                .setDomainName(domainName)
                .setOccurredAt(Instant.EPOCH);
    }

    public static AddressConfigured address(String organisationId, String domainName, String localPart) {
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

    public static String addressKey(String organisationId, String domainName, String localPart) {
        return new EntityKey(organisationId, EntityKey.ADDRESS, addressId(domainName, localPart)).toString();
    }

    public static String addressId(String domainName, String localPart) {
        return localPart + "-at-" + domainName;
    }

    public static String domainId(String domainName) {
        return "domain-" + domainName;
    }
}
