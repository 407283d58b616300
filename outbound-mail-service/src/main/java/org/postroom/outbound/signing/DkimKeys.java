package org.postroom.outbound.signing;

import java.time.Instant;
import java.util.List;

/** The domains' keys, sealed at rest. */
public interface DkimKeys {

    /** The keys of a domain, destroyed ones included. */
    KeyRing ofDomain(String organisationId, String domainId);

    /** The same, and nobody else changes them until the present transaction ends. */
    KeyRing lock(String organisationId, String domainId);

    /** The key itself, to sign with. */
    DkimKey open(String organisationId, String domainId, String selector);

    /** Stores a new key. */
    void add(String organisationId, String domainId, DkimKey key, IssuedKey.State state, Instant at);

    /** From now on mail is signed with the key. */
    void activate(String organisationId, String domainId, String selector, Instant at);

    /** A successor took over. */
    void retire(String organisationId, String domainId, String selector, Instant retiresAt);

    /** Destroys the private half of a key. */
    void destroy(String organisationId, String domainId, String selector);

    /** The key's record was found in DNS as issued, or was not. */
    void recordFound(String organisationId, String domainId, String selector, boolean found);

    /** Destroys all keys of a domain. */
    void removeDomain(String organisationId, String domainId);

    /** Destroys all keys of an organisation. */
    void removeOrganisation(String organisationId);

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
    record KeyOfDomain(String organisationId, String domainId, String domainName, String selector, KeyType keyType) {}

    /**
     * A domain that lacks a key.
     *
     * @param organisationId the organisation
     * @param domainId the domain
     * @param domainName its name
     */
    record KeylessDomain(String organisationId, String domainId, String domainName) {}
}
