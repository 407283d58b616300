package org.postroom.inbound.directory;

import org.jspecify.annotations.Nullable;

/** What the directory knows about an address. */
public sealed interface DirectoryAnswer {

    /** Whether mail for the address is refused in a way that its sender does not try again. */
    default boolean isFinal() {
        return switch (this) {
            case NotOurDomain none -> true;
            case UnverifiedDomain unverified -> false;
            case NoSuchAddress none -> true;
            case SendsOnly sending -> true;
            case Receives receives -> false;
            case SuspendedOrganisation suspended -> false;
            case NotReady early -> false;
        };
    }

    /**
     * The address receives.
     *
     * @param organisationId the organisation whose address it is
     * @param addressId the address's identifier
     * @param redirect the redirect that the mail came by, where it was not proven before; otherwise null
     * @param byRedirect whether another mail system of the organisation has redirected it to us, proven or not
     */
    record Receives(
            String organisationId,
            String addressId,
            @Nullable UnprovenRedirect redirect,
            boolean byRedirect) implements DirectoryAnswer {

        /** An address that mail came to as usual. */
        public Receives(String organisationId, String addressId) {
            this(organisationId, addressId, null, false);
        }
    }

    /**
     * A domain whose mail another mail system should redirect to us, which was not seen to work yet.
     *
     * @param domainId the domain
     * @param domainName its host name in ASCII form, in lower case
     */
    record UnprovenRedirect(String domainId, String domainName) {}

    /** No organisation has this domain. */
    record NotOurDomain() implements DirectoryAnswer {}

    /** An organisation added the domain, but has not proven, or no longer proves, that mail for it belongs here. */
    record UnverifiedDomain() implements DirectoryAnswer {}

    /** The domain receives, but has no such address. */
    record NoSuchAddress() implements DirectoryAnswer {}

    /** The address exists for sending only. */
    record SendsOnly() implements DirectoryAnswer {}

    /** The address's organisation is suspended. */
    record SuspendedOrganisation() implements DirectoryAnswer {}

    /** The directory has not been read whole yet, so nothing can be said. */
    record NotReady() implements DirectoryAnswer {}
}
