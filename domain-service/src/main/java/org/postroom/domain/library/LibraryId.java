package org.postroom.domain.library;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a library.
 *
 * @param value the identifier
 */
public record LibraryId(String value) {

    /** Checks the identifier. */
    public LibraryId {
        value = Identifier.checked(value);
    }
}
