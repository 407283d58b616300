package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of a few ways, each with fields of its own; the fields of the other ways are not saved.
 *
 * @param saved true where the way itself is a field of the service; else it is told from the fields that are set
 * @param branches the ways, in order; what a way cannot do without is its first field
 */
record BranchField(String name, String label, String hint, boolean saved, List<Branch> branches) implements Field {

    /**
     * One way.
     *
     * @param value its value
     * @param label what it is called
     * @param hint what it means
     * @param fields its fields
     */
    record Branch(String value, String label, String hint, List<Field> fields) {}

    @Override
    public String control() {
        return "branch";
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        String chosen = form.text(name);
        Field.put(values, name, chosen);
        branches.stream()
                .filter(branch -> branch.value().equals(chosen))
                .flatMap(branch -> branch.fields().stream())
                .forEach(field -> field.read(form, values));
    }

    /** The way that an entry goes. */
    public String chosen(Entry entry) {
        if (entry.value(name) != null) {
            return entry.text(name);
        }
        return branches.stream()
                .filter(branch -> !branch.fields().isEmpty()
                        && entry.value(branch.fields().getFirst().name()) != null)
                .findFirst()
                .or(() -> branches.stream()
                        .filter(branch -> branch.fields().isEmpty())
                        .findFirst())
                .map(Branch::value)
                .orElse("");
    }

    @Override
    public void complain(Entry entry, Map<String, String> complaints) {
        String chosen = chosen(entry);
        for (Branch branch : branches) {
            if (branch.value().equals(chosen) && !branch.fields().isEmpty()) {
                Field first = branch.fields().getFirst();
                if (entry.value(first.name()) == null) {
                    complaints.put(first.name(), "expected a choice here, or another way above, but got none");
                }
                branch.fields().forEach(field -> field.complain(entry, complaints));
            }
        }
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        return branches.stream()
                .filter(branch -> branch.value().equals(value))
                .map(Branch::label)
                .findFirst()
                .orElseGet(
                        () -> Objects.requireNonNullElse(value, Field.nothing()).toString());
    }

    @Override
    public Stream<Field> flat() {
        return Stream.concat(
                Stream.of(this),
                branches.stream().flatMap(branch -> branch.fields().stream().flatMap(Field::flat)));
    }
}
