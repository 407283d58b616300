package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser sent of a form. Nothing is judged here: that is the service's work, and its words are shown. */
public final class Form {

    private static final String SKILL = "skill.";

    private final Map<String, List<String>> fields;

    /** Reads fields by name, each with its values in order. */
    public Form(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** A field's text without surrounding space; null where it is empty. */
    public @Nullable String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        String value = values.isEmpty() ? "" : values.getFirst().strip();
        return value.isEmpty() ? null : value;
    }

    /** A field's text; empty where there is none. */
    public String textOrEmpty(String name) {
        String value = text(name);
        return value == null ? "" : value;
    }

    /** A field's text of several lines as it was written, with plain line ends; empty where there is none. */
    public String lines(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n");
    }

    /** A number; null where the field is empty or no number. */
    public @Nullable Integer number(String name) {
        Long number = longNumber(name);
        return number == null || number.intValue() != number ? null : Integer.valueOf(number.intValue());
    }

    /** The version that the form was made from; null in a new form. */
    public @Nullable Long version() {
        return longNumber("version");
    }

    /** True where a box is ticked. */
    public boolean ticked(String name) {
        return fields.containsKey(name);
    }

    /** All values of a field with several. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** The entries of a field that lists them by line or comma. */
    public List<String> listed(String name) {
        return textOrEmpty(name)
                .lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The skills: fields {@code skill.<id>} with a proficiency; an empty one means that the skill is not wanted. */
    public List<Map<String, Object>> skills() {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(SKILL))
                .sorted()
                .<Map<String, Object>>mapMulti((name, skills) -> {
                    Integer proficiency = number(name);
                    if (proficiency != null) {
                        skills.accept(Map.of("skillId", name.substring(SKILL.length()), "proficiency", proficiency));
                    }
                })
                .toList();
    }

    private @Nullable Long longNumber(String name) {
        String text = text(name);
        if (text == null || !text.matches("[+-]?[0-9]{1,18}")) {
            return null;
        }
        return Long.valueOf(text);
    }
}
