package org.postroom.console.projection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one event does to one row of a read model. Doing it again leaves the row the same. */
public sealed interface RowChange {

    /** The table. */
    String table();

    /** The columns that identify the row. */
    Map<String, Object> key();

    /**
     * Gives a row these values, making the row where there is none; its other columns keep theirs.
     *
     * @param table the table
     * @param key the columns that identify the row
     * @param values the columns to set
     */
    record Put(String table, Map<String, Object> key, Map<String, @Nullable Object> values) implements RowChange {

        /** Copies the maps, keeping their order. */
        public Put {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
            values = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(values));
        }
    }

    /**
     * Removes a row.
     *
     * @param table the table
     * @param key the columns that identify the row
     */
    record Remove(String table, Map<String, Object> key) implements RowChange {

        /** Copies the map, keeping its order. */
        public Remove {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        }
    }

    /**
     * Removes every row of an organisation, whatever the table, but for the one that says that it is removed.
     *
     * @param organisationId the organisation
     */
    record Forget(String organisationId) implements RowChange {

        @Override
        public String table() {
            return "organisation";
        }

        @Override
        public Map<String, Object> key() {
            return Map.of("organisation_id", organisationId);
        }
    }

    /**
     * A value of a column that holds JSON.
     *
     * @param text the JSON
     */
    record Json(String text) {}
}
