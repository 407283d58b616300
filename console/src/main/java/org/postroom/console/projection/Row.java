package org.postroom.console.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spells a {@link RowChange} out, column by column. */
public final class Row {

    private final String table;
    private final Map<String, Object> key = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Row(String table, String organisationId) {
        this.table = table;
        key.put("organisation_id", organisationId);
    }

    /** Begins with the row of an organisation: every key has the organisation first, so no event reaches another's rows. */
    public static Row of(String table, String organisationId) {
        return new Row(table, organisationId);
    }

    /** Adds a column to the key. */
    public Row keyed(String column, Object value) {
        key.put(column, value);
        return this;
    }

    /** Sets a column; null clears it. */
    public Row with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    /** The change that gives the row these values. */
    public RowChange put() {
        return new RowChange.Put(table, key, values);
    }

    /** The change that removes the row. */
    public RowChange remove() {
        return new RowChange.Remove(table, key);
    }
}
