package org.postroom.domain.agent;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies an agent; it is the subject of the agent's sign-in.
 *
 * @param value the identifier
 */
public record AgentId(String value) {

    /** Checks the identifier. */
    public AgentId {
        value = Identifier.checked(value);
    }
}
