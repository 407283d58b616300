package org.postroom.console.administration.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;

/**
 * A kind of what an administrator sets up: its words, its addresses, its form and its list.
 *
 * @param plural the last part of its addresses, of the API's as of the pages'
 * @param title what many of it are called
 * @param singular what one of it is called
 * @param advice what to do when there is none
 * @param labelField the field that names an entry
 * @param sections the form
 * @param columns the list, beside the name
 * @param fixed the fields that never change once it is saved
 * @param blank the values of a new form
 * @param asides what the page of an entry shows below the form, each the last part of its address
 */
public record EntryKind(
        String plural,
        String title,
        String singular,
        String advice,
        String labelField,
        List<Section> sections,
        List<Column> columns,
        Set<String> fixed,
        Map<String, Object> blank,
        List<String> asides) {

    /**
     * Fields that belong together.
     *
     * @param title the heading; empty for none
     * @param fields the fields, in order
     */
    public record Section(String title, List<Field> fields) {}

    /**
     * A column of the list.
     *
     * @param heading what stands above it
     * @param field whose value it shows
     */
    public record Column(String heading, String field) {}

    /** Its name in the keys of events and in the audit trail. */
    public String key() {
        return singular.replace(' ', '-');
    }

    /** The address of the pages. */
    public String path() {
        return "/administration/" + plural;
    }

    /** The address of the API. */
    public String api() {
        return "/api/" + plural;
    }

    /** True where a removal that the service wants confirmed is asked about on a page of its own, which says what it does. */
    public boolean removalIsExplained() {
        return Set.of("agents", "addresses", "queues").contains(plural);
    }

    /** True where its text is shown below the form as a mail would show it. */
    public boolean previewed() {
        return field("substitutions").isPresent();
    }

    /** True where the form of a new entry asks for the identifier, which is then part of the address of the API. */
    public boolean namesItself() {
        return fixed.contains("id");
    }

    /** Every field of the form, in order, those of all branches included. */
    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).flatMap(Field::flat);
    }

    /** The field of this name; empty where the form has none. */
    public Optional<Field> field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What an entry is called. */
    public String label(Entry entry) {
        return entry.text(labelField);
    }

    /** Reads the entry that a form describes. */
    public Entry read(Form form, @Nullable String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        sections.stream().flatMap(section -> section.fields().stream()).forEach(field -> field.read(form, values));
        return new Entry(id, form.version(), values);
    }

    /** Why an entry cannot even be sent to the service, by field; empty where it can. */
    public Map<String, String> complaints(Entry entry) {
        Map<String, String> complaints = new LinkedHashMap<>();
        sections.stream()
                .flatMap(section -> section.fields().stream())
                .forEach(field -> field.complain(entry, complaints));
        return complaints;
    }

    /** What is sent to the service: without the fields that cannot be read, and those that only lead through the form. */
    public Map<String, Object> body(Entry entry) {
        Map<String, String> complaints = complaints(entry);
        Map<String, Object> body = new LinkedHashMap<>();
        fields().filter(field -> !(field instanceof BranchField branch && !branch.saved()))
                .filter(field -> !complaints.containsKey(field.name()))
                .forEach(field -> Field.put(body, field.name(), entry.value(field.name())));
        Field.put(body, "version", entry.version());
        return body;
    }

    /** The heading above the names of a list. */
    public String listHeading() {
        return labelField.equals("address") ? "Address" : "Name";
    }

    /** What a list shows of an entry, beside its name. */
    public List<String> cells(Entry entry, Options options) {
        return columns.stream()
                .map(column -> field(column.field())
                        .map(field -> field.show(entry.value(field.name()), options))
                        .orElseGet(() -> entry.text(column.field())))
                .toList();
    }

    /** Changes in words. */
    public List<Difference> differences(List<FieldChange> changes, Options options) {
        return changes.stream().map(change -> difference(change, options)).toList();
    }

    private Difference difference(FieldChange change, Options options) {
        String name = change.field().split("[\\[.]", 2)[0];
        return field(name)
                .map(field -> new Difference(
                        field.name(),
                        field.label(),
                        field.show(change.from(), options),
                        field.show(change.to(), options)))
                .orElseGet(() -> new Difference(change.field(), change.label(), change.fromText(), change.toText()));
    }
}
