package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One other entry.
 *
 * @param source which entries may be chosen
 * @param none what it means to choose none; empty where one must be chosen
 * @param preview where the page shows what was chosen; empty for nowhere
 */
record ReferenceField(String name, String label, String hint, Source source, String none, String preview)
        implements Field {

    ReferenceField(String name, String label, String hint, Source source, String none) {
        this(name, label, hint, source, none, "");
    }

    @Override
    public String control() {
        return "reference";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        Field.put(values, name, form.text(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (value == null) {
            return none.isEmpty() ? Field.nothing() : none;
        }
        return options.label(source, value);
    }
}
