package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of short texts, written one per line or with commas. */
record ListField(String name, String label, String hint) implements Field {

    @Override
    public String control() {
        return "list";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        values.put(name, form.listed(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (!(value instanceof List<?> entries) || entries.isEmpty()) {
            return Field.nothing();
        }
        return entries.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
