package org.postroom.console.administration.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as the page shows it.
 *
 * @param kind what is set up
 * @param entry what stands in the fields
 * @param base the entry as it was read before anything was changed; null in a new form
 * @param errors what is wrong, by field
 * @param options what may be chosen
 */
public record EntryForm(
        EntryKind kind, Entry entry, @Nullable Entry base, Map<String, String> errors, Options options) {

    private static final int BLANK_ROWS = 1;

    /** True where nothing is saved yet. */
    public boolean isNew() {
        return entry.version() == null;
    }

    /** The heading. */
    public String title() {
        return isNew() ? "New " + kind.singular() : kind.label(base == null ? entry : base);
    }

    /** Where the form is sent. */
    public String action() {
        return isNew() ? kind.path() : kind.path() + "/" + entry.id();
    }

    /** True where a field is only shown, since it never changes. */
    public boolean isFixed(Field field) {
        return !isNew() && kind.fixed().contains(field.name());
    }

    /** True where one of a field's options is chosen. */
    public boolean has(String field, String key) {
        return entry.list(field).contains(key) || entry.text(field).equals(key);
    }

    /** A field's list as one line. */
    public String joined(String field) {
        return String.join(", ", entry.list(field).stream().map(String::valueOf).toList());
    }

    /** A reference's options; one that is chosen but not known any more is offered too, so that nothing is lost unseen. */
    public Map<String, String> choices(ReferenceField field) {
        return withChosen(field.source(), Stream.of(entry.text(field.name())));
    }

    /** The options of a field that takes several, those included that are chosen but not known any more. */
    public Map<String, String> choices(ChoicesField field) {
        return withChosen(field.source(), entry.list(field.name()).stream().map(String::valueOf));
    }

    /** The skills to rate, those included that are rated but not known any more. */
    public Map<String, String> choices(RatedSkillsField field) {
        return withChosen(
                field.source(),
                entry.list(field.name()).stream()
                        .map(skill -> skill instanceof Map<?, ?> rated ? String.valueOf(rated.get("skillId")) : ""));
    }

    private Map<String, String> withChosen(Source source, Stream<String> chosen) {
        Map<String, String> choices = new LinkedHashMap<>(options.of(source));
        chosen.filter(key -> !key.isEmpty()).forEach(key -> choices.putIfAbsent(key, key));
        return choices;
    }

    /** The proficiency in a skill; empty where it is not chosen. */
    public String proficiency(String field, String skillId) {
        return entry.list(field).stream()
                .filter(skill -> skill instanceof Map<?, ?> rated && skillId.equals(rated.get("skillId")))
                .map(skill -> String.valueOf(((Map<?, ?>) skill).get("proficiency")))
                .findFirst()
                .orElse("");
    }

    /** A field's rows, and a blank one to write in; an empty one is blank. */
    public List<Optional<Object>> rows(String field) {
        List<Optional<Object>> rows = new ArrayList<>();
        entry.list(field).forEach(row -> rows.add(Optional.of(row)));
        for (int blank = 0; blank < BLANK_ROWS; blank++) {
            rows.add(Optional.empty());
        }
        return rows;
    }

    /** The weekdays by their numbers. */
    public Map<String, String> weekdays() {
        return Weekdays.all();
    }

    /** What a row shows in a column. */
    public String cell(Optional<Object> row, RowsField.Column column) {
        return RowsField.cell(row.orElse(null), column);
    }

    /** What is wrong with a field; empty where nothing is. */
    public String error(Field field) {
        return errors.getOrDefault(field.name(), "");
    }

    /** What a field that is only shown says. */
    public String shown(Field field) {
        return field.show(entry.value(field.name()), options);
    }

    /** What is wrong, but with no field of the form. */
    public List<String> otherErrors() {
        return errors.entrySet().stream()
                .filter(error -> kind.field(error.getKey()).isEmpty())
                .map(error -> error.getKey() + ": " + error.getValue())
                .toList();
    }
}
