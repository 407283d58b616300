package org.postroom.domain.maildomain;

import java.util.Optional;

/** Which domains are proven, as verification has told. Everything happens inside a change. */
public interface ProvenDomains {

    /** Lets no other change that concerns names below the same registered name happen until this one ends. */
    void holdNamesBelow(String registeredName);

    /**
     * Finds the domain above a name that another organisation has proven by records in the DNS. A domain that is
     * verified only because of the organisation's own SMTP server, or of redirected mail, proves nothing about names
     * below it.
     */
    Optional<DomainName> provenAbove(DomainName name, String organisationId);

    /** Forgets what is known of a domain until verification tells anew. */
    void forget(String domainId);
}
