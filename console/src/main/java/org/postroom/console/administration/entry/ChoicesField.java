package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any number of other entries.
 *
 * @param source which entries may be chosen
 * @param empty what to say where there are none to choose from
 */
record ChoicesField(String name, String label, String hint, Source source, String empty) implements Field {

    @Override
    public String control() {
        return "choices";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        values.put(name, form.all(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (!(value instanceof List<?> chosen) || chosen.isEmpty()) {
            return Field.nothing();
        }
        return chosen.stream().map(key -> options.label(source, key)).collect(Collectors.joining(", "));
    }
}
