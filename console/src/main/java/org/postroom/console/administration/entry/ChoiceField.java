package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a few answers.
 *
 * @param choices the answers: what each is called, by the value that is saved, in order
 */
record ChoiceField(String name, String label, String hint, Map<String, String> choices) implements Field {

    @Override
    public String control() {
        return "choice";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        Field.put(values, name, form.text(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        String key = value == null ? "" : String.valueOf(value);
        return choices.getOrDefault(key, value == null ? Field.nothing() : key);
    }
}
