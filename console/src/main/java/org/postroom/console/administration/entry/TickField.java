package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
record TickField(String name, String label, String hint) implements Field {

    @Override
    public String control() {
        return "tick";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        values.put(name, form.ticked(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        return Boolean.TRUE.equals(value) ? "yes" : "no";
    }
}
