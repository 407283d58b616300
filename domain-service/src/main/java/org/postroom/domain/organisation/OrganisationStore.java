package org.postroom.domain.organisation;

import java.time.Instant;
import java.util.Optional;

/** Keeps the organisations. */
public interface OrganisationStore {

    /** Finds an organisation. */
    Optional<Organisation> find(OrganisationId id);

    /**
     * Adds an organisation and publishes that it was created, both or neither.
     *
     * @return false where the identifier or the account name is taken
     */
    boolean add(Organisation organisation, Instant at);
}
