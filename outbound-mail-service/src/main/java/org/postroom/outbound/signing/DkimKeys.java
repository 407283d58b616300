package org.postroom.outbound.signing;

import java.time.Instant;
import java.util.Optional;

/** The domains' keys, sealed at rest. */
public interface DkimKeys {

    /** The key to sign with; empty where the domain has none. */
    Optional<DkimKey> ofDomain(String organisationId, String domainId);

    /** Stores a key. */
    void add(String organisationId, String domainId, DkimKey key, Instant at);
}
