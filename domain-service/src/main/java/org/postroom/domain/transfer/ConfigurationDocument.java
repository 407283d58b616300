package org.postroom.domain.transfer;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A configuration: per section, per key, the fields of an entry with keys where it needs others. Sections stand in the
 * order in which entries need each other, keys in the order of their letters.
 *
 * @param sections the sections by their names
 */
public record ConfigurationDocument(Map<String, SortedMap<String, Map<String, @Nullable Object>>> sections) {

    /** The entries of a section; none where the document does not have it. */
    public SortedMap<String, Map<String, @Nullable Object>> section(String name) {
        return sections.getOrDefault(name, Collections.unmodifiableSortedMap(new TreeMap<>()));
    }
}
