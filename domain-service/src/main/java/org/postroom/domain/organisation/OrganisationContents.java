package org.postroom.domain.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.organisation.Organisations.FirstAdministrator;
import org.postroom.runtime.id.OrganisationId;

/** What an organisation has from its first day, kept by other capabilities. */
public interface OrganisationContents {

    /**
     * Gives a new organisation its system domain, its default roles and its first administrator, within the caller's
     * change.
     *
     * @param administrator null for none
     * @param operator who creates the organisation
     */
    void begin(Organisation organisation, @Nullable FirstAdministrator administrator, String operator);

    /** The name of its system domain; empty where that was removed. */
    Optional<String> systemDomain(OrganisationId id);
}
