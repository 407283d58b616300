package org.postroom.console.administration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to one field.
 *
 * @param field the field, by its name in the API
 * @param from the value that is kept now; null where there is none
 * @param to the value that it will have; null where it will have none
 */
public record FieldChange(
        String field, @Nullable Object from, @Nullable Object to) {

    private static final String NOTHING = "nothing";

    /** The field's name in words: {@code fromAddress} becomes "From address". */
    public String label() {
        String words = field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? field : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The value kept now, in words. */
    public String fromText() {
        return words(from);
    }

    /** The value that it will have, in words. */
    public String toText() {
        return words(to);
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case String text when text.isBlank() -> NOTHING;
            case Boolean yes -> yes ? "yes" : "no";
            case Collection<?> all when all.isEmpty() -> NOTHING;
            case Collection<?> all -> all.stream().map(FieldChange::words).collect(Collectors.joining(", "));
            case Map<?, ?> parts ->
                parts.values().stream().map(FieldChange::words).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    /**
     * What a dry run answers.
     *
     * @param changes each field that would change; empty where nothing would
     */
    public record DryRun(List<FieldChange> changes) {

        /** Copies the changes. */
        public DryRun {
            changes = List.copyOf(changes);
        }
    }
}
