package org.postroom.domain.organisation;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies an organisation.
 *
 * @param value the identifier
 */
public record OrganisationId(String value) {

    /** Checks the identifier. */
    public OrganisationId {
        value = Identifier.checked(value);
    }
}
