package org.postroom.inbound.directory;

import java.util.Optional;

/** Knows which mail addresses are ours, and what holds for their mail. */
public interface Directory {

    /** The local part that every host and every domain has (RFC 5321, section 4.5.1). */
    String POSTMASTER = "postmaster";

    /**
     * Looks an address up.
     *
     * @param localPart the part before the @, as the client wrote it; case does not matter
     * @param domainName the host name in ASCII form; case does not matter; empty for this host itself, which has a {@link
     *     #POSTMASTER} and nobody else
     */
    DirectoryAnswer find(String localPart, String domainName);

    /**
     * Looks an address up by its identifier, for mail that is fetched from a mailbox: whoever can sign in there has its mail
     * already, so that it need not be proven whose the domain's mail is.
     */
    DirectoryAnswer withId(String organisationId, String addressId);

    /** How an address of an organisation is written; empty where it is not known. */
    Optional<String> nameOf(String organisationId, String addressId);

    /**
     * Says whether a name is a domain of an organisation, proven or receiving, or below one. False while the directory has
     * not been read.
     *
     * @param domainName the host name in ASCII form; case does not matter
     */
    boolean owns(String organisationId, String domainName);

    /** The rules for mail of an organisation; the usual ones where it has set none or they cannot be read. */
    MailRules rulesOf(String organisationId);
}
