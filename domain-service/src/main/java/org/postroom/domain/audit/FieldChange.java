package org.postroom.domain.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to one field.
 *
 * @param field the field's name as the REST API has it
 * @param from the value before: a text, number, boolean, list or map; null for none
 * @param to the value after, likewise
 */
public record FieldChange(
        String field, @Nullable Object from, @Nullable Object to) {

    /** Compares two states, field by field, in the order of the fields. */
    public static List<FieldChange> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            Object from = before.get(field);
            Object to = after.get(field);
            if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(field, from, to));
            }
        }
        return changes;
    }
}
