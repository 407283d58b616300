package org.postroom.domain.queue;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a queue.
 *
 * @param value the identifier
 */
public record QueueId(String value) {

    /** Checks the identifier. */
    public QueueId {
        value = Identifier.checked(value);
    }
}
