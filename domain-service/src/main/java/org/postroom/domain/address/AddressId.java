package org.postroom.domain.address;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a mail address.
 *
 * @param value the identifier
 */
public record AddressId(String value) {

    /** Checks the identifier. */
    public AddressId {
        value = Identifier.checked(value);
    }
}
