package org.postroom.runtime.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a mail domain of an organisation. In JSON it is its text.
 *
 * @param value the identifier, as events, tables and paths have it
 */
public record DomainId(@JsonValue String value) {

    /** Takes any text: one that names nothing is found by nobody. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DomainId {}

    /** The identifier itself, as logs and messages show it. */
    @Override
    public String toString() {
        return value;
    }
}
