package org.postroom.domain.maildomain;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a mail domain.
 *
 * @param value the identifier
 */
public record DomainId(String value) {

    /** Checks the identifier. */
    public DomainId {
        value = Identifier.checked(value);
    }
}
