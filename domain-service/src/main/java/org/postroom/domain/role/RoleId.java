package org.postroom.domain.role;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a role.
 *
 * @param value the identifier
 */
public record RoleId(String value) {

    /** Checks the identifier. */
    public RoleId {
        value = Identifier.checked(value);
    }
}
