package org.postroom.inbound.directory;

/** What the directory knows about an address. */
public sealed interface DirectoryAnswer {

    /**
     * The address receives.
     *
     * @param organisationId the organisation whose address it is
     * @param addressId the address's identifier
     */
    record Receives(String organisationId, String addressId) implements DirectoryAnswer {}

    /** No organisation has this domain. */
    record NotOurDomain() implements DirectoryAnswer {}

    /** An organisation added the domain, but has not proven, or no longer proves, that mail for it belongs here. */
    record UnverifiedDomain() implements DirectoryAnswer {}

    /** The domain receives, but has no such address. */
    record NoSuchAddress() implements DirectoryAnswer {}

    /** The address exists for sending only. */
    record SendsOnly() implements DirectoryAnswer {}

    /** The directory has not been read whole yet, so nothing can be said. */
    record NotReady() implements DirectoryAnswer {}
}
