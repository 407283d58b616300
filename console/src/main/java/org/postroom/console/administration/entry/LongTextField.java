package org.postroom.console.administration.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text of several lines.
 *
 * @param look how it is written: with formats, plainly, or as code
 * @param rows how many lines are shown at first
 */
record LongTextField(String name, String label, String hint, Look look, int rows) implements Field {

    /** How a text is written. */
    enum Look {
        RICH,
        PLAIN,
        CODE
    }

    @Override
    public String control() {
        return "long-text";
    }

    /** The style of its text area. */
    public String style() {
        return switch (look) {
            case RICH -> "rich";
            case PLAIN -> "lines";
            case CODE -> "code";
        };
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        values.put(name, form.lines(name));
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        String text = value == null ? "" : String.valueOf(value);
        String words = look == Look.RICH ? HtmlWords.of(text) : text.strip();
        return words.isEmpty() ? Field.nothing() : words;
    }
}
