package org.postroom.domain.flow;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a flow.
 *
 * @param value the identifier
 */
public record FlowId(String value) {

    /** Checks the identifier. */
    public FlowId {
        value = Identifier.checked(value);
    }
}
