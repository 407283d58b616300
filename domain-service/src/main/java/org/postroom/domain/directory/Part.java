package org.postroom.domain.directory;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param <T> the kind of entry
 * @param entries the entries, in the order of their labels
 * @param more true where entries follow behind the last one
 */
public record Part<T>(List<Entry<T>> entries, boolean more) {

    /** Copies the entries. */
    public Part {
        entries = List.copyOf(entries);
    }

    /** The identifier behind which the next part begins; empty where there is none. */
    public Optional<String> next() {
        return more ? Optional.of(entries.getLast().id()) : Optional.empty();
    }
}
