package org.postroom.inbound.directory;

import java.util.Locale;

/**
 * An address as its administrator configured it.
 *
 * @param addressId the address's identifier
 * @param organisationId the organisation whose address it is
 * @param domainId the domain it is an address of
 * @param localPart the part before the @; kept in lower case
 * @param receives false for an address that only sends
 * @param catchAll true where it takes what no other address of the domain takes
 * @param plusAddressing true where it also takes its local part followed by {@code +} and anything (RFC 5233)
 */
public record ConfiguredAddress(
        String addressId,
        String organisationId,
        String domainId,
        String localPart,
        boolean receives,
        boolean catchAll,
        boolean plusAddressing) {

    /** Folds the local part's case. */
    public ConfiguredAddress {
        localPart = localPart.toLowerCase(Locale.ROOT);
    }
}
