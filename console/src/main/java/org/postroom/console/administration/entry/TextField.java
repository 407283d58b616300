package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of text.
 *
 * @param suggestions what is offered while one types; null for nothing
 */
record TextField(
        String name, String label, String hint, @Nullable Source suggestions) implements Field {

    TextField(String name, String label, String hint) {
        this(name, label, hint, null);
    }

    @Override
    public String control() {
        return "text";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        Field.put(values, name, form.text(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (value == null) {
            return Field.nothing();
        }
        return suggestions == Source.LANGUAGES ? options.label(suggestions, value) : String.valueOf(value);
    }
}
