package org.postroom.console.administration.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator sets up, in the form that domain-service's REST API gives and takes.
 *
 * @param id the identifier; null in a form that was not saved yet
 * @param version the version that was read; null in a form that was not saved yet
 * @param values the fields by name, as JSON: texts, numbers, truths, lists and maps; a field that is not set is absent
 */
public record Entry(@Nullable String id, @Nullable Long version, Map<String, Object> values) {

    /** Copies the values. */
    public Entry {
        values = Map.copyOf(values);
    }

    /** A field's value; null where it is not set. */
    public @Nullable Object value(String field) {
        return values.get(field);
    }

    /** A field's value as text; empty where it is not set. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : String.valueOf(value);
    }

    /** The entries of a field that is a list; none where it is not set. */
    public List<Object> list(String field) {
        return values.get(field) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** The same entry as another version of it. */
    public Entry at(@Nullable Long otherVersion) {
        return new Entry(id, otherVersion, values);
    }

    /** The same entry with one field set; null unsets it. */
    public Entry with(String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Entry(id, version, changed);
    }
}
