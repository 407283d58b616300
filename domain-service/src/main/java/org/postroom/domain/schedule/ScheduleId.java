package org.postroom.domain.schedule;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a schedule.
 *
 * @param value the identifier
 */
public record ScheduleId(String value) {

    /** Checks the identifier. */
    public ScheduleId {
        value = Identifier.checked(value);
    }
}
