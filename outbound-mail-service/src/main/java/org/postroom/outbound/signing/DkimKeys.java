package org.postroom.outbound.signing;

import java.time.Instant;
import java.util.List;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** The domains' keys, sealed at rest. */
public interface DkimKeys {

    /** The keys of a domain, destroyed ones included. */
    KeyRing ofDomain(OrganisationId organisationId, DomainId domainId);

    /** The same, and nobody else changes them until the present transaction ends. */
    KeyRing lock(OrganisationId organisationId, DomainId domainId);

    /** The key itself, to sign with. */
    DkimKey open(OrganisationId organisationId, DomainId domainId, String selector);

    /** Stores a new key. */
    void add(OrganisationId organisationId, DomainId domainId, DkimKey key, IssuedKey.State state, Instant at);

    /** From now on mail is signed with the key. */
    void activate(OrganisationId organisationId, DomainId domainId, String selector, Instant at);

    /** A successor took over. */
    void retire(OrganisationId organisationId, DomainId domainId, String selector, Instant retiresAt);

    /** Destroys the private half of a key. */
    void destroy(OrganisationId organisationId, DomainId domainId, String selector);

    /** The key's record was found in DNS as issued, or was not. */
    void recordFound(OrganisationId organisationId, DomainId domainId, String selector, boolean found);

    /** Destroys all keys of a domain. */
    void removeDomain(OrganisationId organisationId, DomainId domainId);

    /** Destroys all keys of an organisation. */
    void removeOrganisation(OrganisationId organisationId);

    /** The active RSA keys that were activated before a time and whose successor's record is found. */
    List<KeyOfDomain> activatedBefore(Instant time);

    /** The keys whose time of grace is over. */
    List<KeyOfDomain> retiringUntil(Instant now);

    /** The custom domains that lack one of the keys every domain has. */
    List<KeylessDomain> withoutAllKeys();

    /**
     * A key and where it belongs.
     *
     * @param organisationId the organisation
     * @param domainId the domain
     * @param domainName its name
     * @param selector the key's selector
     * @param keyType the key's type
     */
    record KeyOfDomain(
            OrganisationId organisationId, DomainId domainId, String domainName, String selector, KeyType keyType) {}

    /**
     * A domain that lacks a key.
     *
     * @param organisationId the organisation
     * @param domainId the domain
     * @param domainName its name
     */
    record KeylessDomain(OrganisationId organisationId, DomainId domainId, String domainName) {}
}
