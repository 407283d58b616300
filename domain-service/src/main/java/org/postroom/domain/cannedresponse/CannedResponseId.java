package org.postroom.domain.cannedresponse;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a canned response.
 *
 * @param value the identifier
 */
public record CannedResponseId(String value) {

    /** Checks the identifier. */
    public CannedResponseId {
        value = Identifier.checked(value);
    }
}
