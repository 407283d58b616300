package org.postroom.local.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which earlier schemas of a subject a new one must get on with, and how; the names are Confluent's. */
public enum CompatibilityLevel {
    /** Anything may follow. */
    NONE(false, false, false),
    /** Readers with the new schema understand what the last one wrote. */
    BACKWARD(true, false, false),
    /** As {@link #BACKWARD}, for all earlier schemas. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** Readers with the last schema understand what the new one writes. */
    FORWARD(false, true, false),
    /** As {@link #FORWARD}, for all earlier schemas. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both ways, with the last schema. */
    FULL(true, true, false),
    /** Both ways, with all earlier schemas. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Returns the level of a name, in any case of letters, or nothing when there is no such level. */
    public static Optional<CompatibilityLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean backward() {
        return backward;
    }

    boolean forward() {
        return forward;
    }

    /** Returns those of the earlier schemas, oldest first, that count at this level. */
    <T> List<T> relevant(List<T> earlier) {
        if (this == NONE || earlier.isEmpty()) {
            return List.of();
        }
        return transitive ? earlier : List.of(earlier.getLast());
    }
}
