package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of one entry that were made at the same time.
 *
 * @param kind what was changed
 * @param base the entry that both began with
 * @param theirs the entry as somebody else saved it
 * @param mine the entry as the visitor wants it
 */
public record Conflict(EntryKind kind, Entry base, Entry theirs, Entry mine) {

    /**
     * A field in which the two differ.
     *
     * @param field the field
     * @param label what the page calls it
     * @param before what both began with
     * @param theirs what is saved now
     * @param mine what the visitor wants
     * @param changedBy who changed it: THEM, ME or BOTH
     */
    public record Line(Field field, String label, String before, String theirs, String mine, Changed changedBy) {}

    /** Who changed a field. */
    public enum Changed {
        /** Only somebody else. */
        THEM,
        /** Only the visitor. */
        ME,
        /** Both, differently. */
        BOTH
    }

    /** The fields in which the two differ. */
    public List<Line> lines(Options options) {
        return kind.fields()
                .filter(field -> !(field instanceof BranchField branch && !branch.saved()))
                .filter(field -> !same(theirs.value(field.name()), mine.value(field.name())))
                .map(field -> line(field, options))
                .toList();
    }

    /** The visitor's entry upon the saved one: the chosen fields are the visitor's, the others stay as saved. */
    public Entry merged(List<String> chosen) {
        Entry merged = theirs;
        for (Field field : kind.fields().toList()) {
            if (chosen.contains(field.name())) {
                merged = merged.with(field.name(), mine.value(field.name()));
            }
        }
        return merged;
    }

    private Line line(Field field, Options options) {
        @Nullable Object before = base.value(field.name());
        @Nullable Object saved = theirs.value(field.name());
        @Nullable Object wanted = mine.value(field.name());
        Changed changed = same(before, wanted) ? Changed.THEM : same(before, saved) ? Changed.ME : Changed.BOTH;
        return new Line(
                field,
                field.label(),
                field.show(before, options),
                field.show(saved, options),
                field.show(wanted, options),
                changed);
    }

    /** Lists of nothing and texts of nothing are nothing; numbers are the same whatever their width. */
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static String plain(@Nullable Object value) {
        return value == null || Boolean.FALSE.equals(value) || value.equals(List.of()) ? "" : String.valueOf(value);
    }
}
