package org.postroom.domain.signature;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a signature.
 *
 * @param value the identifier
 */
public record SignatureId(String value) {

    /** Checks the identifier. */
    public SignatureId {
        value = Identifier.checked(value);
    }
}
