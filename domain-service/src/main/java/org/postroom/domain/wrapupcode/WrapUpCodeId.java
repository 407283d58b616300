package org.postroom.domain.wrapupcode;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a wrap up code.
 *
 * @param value the identifier
 */
public record WrapUpCodeId(String value) {

    /** Checks the identifier. */
    public WrapUpCodeId {
        value = Identifier.checked(value);
    }
}
