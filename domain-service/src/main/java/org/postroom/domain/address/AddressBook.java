package org.postroom.domain.address;

import java.util.List;
import org.postroom.domain.maildomain.DomainId;

/** Asks about all addresses of a domain together. */
public interface AddressBook {

    /** The addresses of a domain that take all mail that no other takes: at most one. */
    List<EmailAddress> catchAlls(String organisationId, DomainId domain);

    /** The addresses of a domain whose local part is this one, a plus and anything behind, at most ten of them. */
    List<EmailAddress> behindPlus(String organisationId, DomainId domain, LocalPart base);

    /** Whether the address with this local part takes what has a plus behind it. */
    boolean hasPlusAddressing(String organisationId, DomainId domain, String localPart);

    /** The identifiers of a domain's addresses. */
    List<String> inDomain(String organisationId, DomainId domain);

    /** Names the entries outside of a domain that need an address of it, by kind and label. */
    List<String> usersFromOutside(String organisationId, DomainId domain);
}
