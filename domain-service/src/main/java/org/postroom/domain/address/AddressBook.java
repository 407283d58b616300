package org.postroom.domain.address;

import java.util.List;
import org.postroom.domain.directory.Id;
import org.postroom.domain.maildomain.MailDomain;

/** Asks about all addresses of a domain together. */
public interface AddressBook {

    /** The addresses of a domain that take all mail that no other takes: at most one. */
    List<EmailAddress> catchAlls(String organisationId, Id<MailDomain> domain);

    /** The addresses of a domain whose local part is this one, a plus and anything behind, at most ten of them. */
    List<EmailAddress> behindPlus(String organisationId, Id<MailDomain> domain, LocalPart base);

    /** Whether the address with this local part takes what has a plus behind it. */
    boolean hasPlusAddressing(String organisationId, Id<MailDomain> domain, String localPart);

    /** The identifiers of a domain's addresses. */
    List<String> inDomain(String organisationId, Id<MailDomain> domain);

    /** Names the entries outside of a domain that need an address of it, by kind and label. */
    List<String> usersFromOutside(String organisationId, Id<MailDomain> domain);
}
