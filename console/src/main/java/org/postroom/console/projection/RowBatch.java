package org.postroom.console.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.text.StorableText;

/**
 * The changes of many events, in order, brought down to what becomes of each row, so that each row is written once. Writing the
 * result leaves the tables as writing every change would.
 */
public final class RowBatch {

    /** The table whose rows outlast their organisation. */
    public static final String ORGANISATION = "organisation";

    private static final String ORGANISATION_ID = "organisation_id";

    private final Map<RowKey, Outcome> outcomes = new LinkedHashMap<>();
    private final Set<String> forgotten = new LinkedHashSet<>();

    /**
     * Rows of a table that are put with the same columns.
     *
     * @param table the table
     * @param key the columns that identify a row
     * @param values the columns that are set
     */
    public record Shape(String table, List<String> key, List<String> values) {}

    /**
     * A row's columns, in the order of its shape.
     *
     * @param all the key's, then the others
     */
    public record Values(List<@Nullable Object> all) {}

    private record RowKey(String table, Map<String, Object> key) {}

    private record Outcome(
            String organisationId,
            boolean removed,
            @Nullable Map<String, @Nullable Object> values) {}

    /** Makes a batch without changes. */
    public RowBatch() {}

    /** Adds what happens next. */
    public void add(RowChange change) {
        if (change instanceof RowChange.Forget forget) {
            forget(forget.organisationId());
            return;
        }
        var row = new RowKey(change.table(), storable(change.key()));
        @Nullable Outcome known = outcomes.get(row);
        String organisationId = organisation(change);
        if (isTooLate(row.table(), organisationId)) {
            return;
        }
        switch (change) {
            case RowChange.Put put -> outcomes.put(row, put(organisationId, known, put.values()));
            case RowChange.Remove remove -> outcomes.put(row, new Outcome(organisationId, true, null));
            case RowChange.Forget forget -> throw new IllegalStateException("expected no " + forget);
        }
    }

    /** Takes out what belongs to organisations of which nothing is kept: an event that came late must not bring it back. */
    public void leaveOut(Collection<String> removedOrganisations) {
        outcomes.entrySet()
                .removeIf(row -> !row.getKey().table().equals(ORGANISATION)
                        && removedOrganisations.contains(row.getValue().organisationId()));
    }

    /** The organisations of which every row is to be removed, but for {@link #ORGANISATION}, before all else is written. */
    public Set<String> forgotten() {
        return Set.copyOf(forgotten);
    }

    /** The organisations whose rows change. */
    public Set<String> organisations() {
        Set<String> organisations = new LinkedHashSet<>();
        outcomes.values().forEach(outcome -> organisations.add(outcome.organisationId()));
        return organisations;
    }

    /** The rows to remove, each as its key's columns, by table; before any are put. */
    public Map<Shape, List<Values>> removals() {
        Map<Shape, List<Values>> removals = new LinkedHashMap<>();
        outcomes.forEach((row, outcome) -> {
            if (outcome.removed()) {
                var shape = new Shape(row.table(), List.copyOf(row.key().keySet()), List.of());
                removals.computeIfAbsent(shape, none -> new ArrayList<>())
                        .add(new Values(new ArrayList<>(row.key().values())));
            }
        });
        return removals;
    }

    /** The rows to put, each as its key's columns and then its values, by shape; no row is in two. */
    public Map<Shape, List<Values>> puts() {
        Map<Shape, List<Values>> puts = new LinkedHashMap<>();
        outcomes.forEach((row, outcome) -> {
            @Nullable Map<String, @Nullable Object> values = outcome.values();
            if (values != null) {
                var shape = new Shape(row.table(), List.copyOf(row.key().keySet()), List.copyOf(values.keySet()));
                List<@Nullable Object> all = new ArrayList<>(row.key().values());
                all.addAll(values.values());
                puts.computeIfAbsent(shape, none -> new ArrayList<>()).add(new Values(all));
            }
        });
        return puts;
    }

    private void forget(String organisationId) {
        forgotten.add(organisationId);
        leaveOut(Set.of(organisationId));
    }

    private boolean isTooLate(String table, String organisationId) {
        return !table.equals(ORGANISATION) && forgotten.contains(organisationId);
    }

    private static Outcome put(String organisationId, @Nullable Outcome known, Map<String, @Nullable Object> values) {
        boolean removed = known != null && known.removed();
        if (known == null || known.values() == null) {
            return new Outcome(organisationId, removed, values);
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(known.values());
        merged.putAll(values);
        return new Outcome(organisationId, removed, merged);
    }

    private static String organisation(RowChange change) {
        @Nullable Object inKey = change.key().get(ORGANISATION_ID);
        @Nullable
        Object known = inKey == null && change instanceof RowChange.Put put
                ? put.values().get(ORGANISATION_ID)
                : inKey;
        return String.valueOf(known);
    }

    /** Keys that are the same once they are stored are the same row. */
    private static Map<String, Object> storable(Map<String, Object> key) {
        Map<String, Object> storable = new LinkedHashMap<>();
        key.forEach(
                (column, value) -> storable.put(column, value instanceof String text ? StorableText.of(text) : value));
        return storable;
    }
}
