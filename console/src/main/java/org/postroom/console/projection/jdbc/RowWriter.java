package org.postroom.console.projection.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.RowChange;
import org.postroom.runtime.text.StorableText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says row changes in SQL. Names of tables and columns come from our own code, values are always bound and made fit to
 * store: an event that cannot be written would hold up its whole partition.
 */
final class RowWriter {

    private static final String ORGANISATION = "organisation";
    private static final String ORGANISATION_ID = "organisation_id";

    private final JdbcClient database;

    RowWriter(JdbcClient database) {
        this.database = database;
    }

    void write(RowChange change) {
        switch (change) {
            case RowChange.Put put -> put(put);
            case RowChange.Remove remove -> remove(remove);
            case RowChange.Forget forget -> forget(forget.organisationId());
        }
    }

    /** True where the row belongs to an organisation that was removed: an event that came late must not bring it back. */
    boolean comesTooLate(RowChange change) {
        return !change.table().equals(ORGANISATION)
                && database.sql("select count(*) from organisation where organisation_id = ? and state = 'REMOVED'")
                                .param(organisation(change))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private static @Nullable Object organisation(RowChange change) {
        @Nullable Object inKey = change.key().get(ORGANISATION_ID);
        return inKey == null && change instanceof RowChange.Put put
                ? put.values().get(ORGANISATION_ID)
                : inKey;
    }

    private void forget(String organisationId) {
        List<String> tables = database.sql("""
                        select table_name from information_schema.columns
                        where table_schema = current_schema() and column_name = ? and table_name <> ?
                        """)
                .params(ORGANISATION_ID, ORGANISATION)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        for (String table : tables) {
            execute("delete from %s where %s = ?".formatted(table, ORGANISATION_ID), List.of(organisationId));
        }
    }

    private void put(RowChange.Put put) {
        List<@Nullable Object> values = new ArrayList<>(put.key().values());
        values.addAll(put.values().values());
        List<String> columns = new ArrayList<>(put.key().keySet());
        columns.addAll(put.values().keySet());
        String assignments = put.values().keySet().stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        execute(
                "insert into %s (%s) values (%s) on conflict (%s) do %s"
                        .formatted(
                                put.table(),
                                String.join(", ", columns),
                                values.stream().map(RowWriter::placeholder).collect(Collectors.joining(", ")),
                                String.join(", ", put.key().keySet()),
                                assignments.isEmpty() ? "nothing" : "update set " + assignments),
                values);
    }

    private void remove(RowChange.Remove remove) {
        String condition =
                remove.key().keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        execute(
                "delete from %s where %s".formatted(remove.table(), condition),
                remove.key().values());
    }

    private void execute(String sql, Collection<? extends @Nullable Object> values) {
        database.sql(sql).params(values.stream().map(RowWriter::bound).toList()).update();
    }

    private static String placeholder(@Nullable Object value) {
        return value instanceof RowChange.Json ? "?::jsonb" : "?";
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case RowChange.Json json -> StorableText.json(json.text());
            case String text -> StorableText.of(text);
            default -> value;
        };
    }
}
