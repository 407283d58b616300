package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole number.
 *
 * @param least the smallest one allowed
 * @param most the largest one allowed
 * @param unit what it counts
 */
record NumberField(String name, String label, String hint, long least, long most, String unit) implements Field {

    @Override
    public String control() {
        return "number";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        Integer number = form.number(name);
        Field.put(values, name, number == null ? form.text(name) : number);
    }

    @Override
    public void complain(Entry entry, Map<String, String> complaints) {
        if (entry.value(name) instanceof String words) {
            complaints.put(
                    name,
                    "expected a whole number from %s to %s, but got \"%s\""
                            .formatted(grouped(least), grouped(most), words));
        }
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        return value instanceof Number number
                ? (grouped(number.longValue()) + " " + unit).strip()
                : value == null ? Field.nothing() : String.valueOf(value);
    }

    private static String grouped(long number) {
        return "%,d".formatted(number).replace(',', '\u202f');
    }
}
