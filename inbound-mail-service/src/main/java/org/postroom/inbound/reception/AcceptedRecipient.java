package org.postroom.inbound.reception;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;

/**
 * A recipient that was accepted with 250.
 *
 * @param organisationId the organisation whose address it is
 * @param addressId the address's identifier
 * @param address the address as the client wrote it
 * @param redirect the redirect that it came by, where the mail may prove it; otherwise null
 * @param byRedirect whether another mail system of the organisation has redirected it to us, proven or not
 */
public record AcceptedRecipient(
        String organisationId,
        String addressId,
        String address,
        @Nullable UnprovenRedirect redirect,
        boolean byRedirect) {

    /** A recipient that was written to as usual. */
    public AcceptedRecipient(String organisationId, String addressId, String address) {
        this(organisationId, addressId, address, null, false);
    }
}
