package org.postroom.domain.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How entries of a kind stand in documents.
 *
 * @param section the section they stand in, for instance {@code queues}
 * @param kind their kind
 * @param references the fields that name other entries by identifier, {@code a.b} for {@code b} of each element of
 *     {@code a}; in documents they name them by their keys, and {@code Id} at the field's end falls away
 * @param leftOut the fields that documents do not have
 * @param later the fields that may need entries of the same section
 */
public record Layout(String section, Kind kind, Map<String, Kind> references, Set<String> leftOut, List<String> later) {

    /** The layout of a kind whose entries stand in documents under their name, with all other fields. */
    public static Layout named(String section, Kind kind, Map<String, Kind> references) {
        return new Layout(section, kind, references, Set.of("name"), List.of());
    }
}
