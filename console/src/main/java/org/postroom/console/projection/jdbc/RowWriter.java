package org.postroom.console.projection.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.RowBatch;
import org.postroom.console.projection.RowBatch.Shape;
import org.postroom.console.projection.RowBatch.Values;
import org.postroom.console.projection.RowChange;
import org.postroom.runtime.text.StorableText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says a batch of row changes in SQL, one statement for all rows of one shape. Names of tables and columns come from our own
 * code, values are always bound and made fit to store: an event that cannot be written would hold up its whole partition.
 *
 * <p>The tables may be those of an earlier release, which go on serving while newer ones are filled: what they have no table or
 * column for is left out.
 */
final class RowWriter {

    private static final String ORGANISATION_ID = "organisation_id";

    private final JdbcClient database;

    RowWriter(JdbcClient database) {
        this.database = database;
    }

    void write(TableColumns tables, RowBatch batch) {
        if (!batch.forgotten().isEmpty()) {
            forget(tables, batch.forgotten());
        }
        batch.removals().forEach((shape, rows) -> remove(tables, shape, rows));
        batch.puts().forEach((shape, rows) -> put(tables, shape, rows));
    }

    private void forget(TableColumns tables, Collection<String> organisations) {
        for (String table : tables.tablesWith(ORGANISATION_ID)) {
            if (!table.equals(RowBatch.ORGANISATION)) {
                database.sql("delete from %s.%s where %s = any(?)".formatted(tables.schema(), table, ORGANISATION_ID))
                        .param(organisations.toArray(String[]::new))
                        .update();
            }
        }
    }

    private void remove(TableColumns tables, Shape shape, List<Values> rows) {
        Map<String, String> types = tables.of(shape.table());
        if (!types.keySet().containsAll(shape.key())) {
            return;
        }
        String same = shape.key().stream()
                .map(column -> "t.%s = r.%s::%s".formatted(column, column, types.get(column)))
                .collect(Collectors.joining(" and "));
        execute(
                "delete from %s.%s t using %s where %s"
                        .formatted(tables.schema(), shape.table(), given(shape.key()), same),
                shape.key(),
                shape.key(),
                rows);
    }

    private void put(TableColumns tables, Shape shape, List<Values> rows) {
        Map<String, String> types = tables.of(shape.table());
        if (!types.keySet().containsAll(shape.key())) {
            return;
        }
        List<String> known = shape.values().stream().filter(types::containsKey).toList();
        List<String> columns = new ArrayList<>(shape.key());
        columns.addAll(known);
        String assignments =
                known.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
        List<String> all = new ArrayList<>(shape.key());
        all.addAll(shape.values());
        execute(
                "insert into %s.%s (%s) select %s from %s on conflict (%s) do %s"
                        .formatted(
                                tables.schema(),
                                shape.table(),
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> "r." + column + "::" + types.get(column))
                                        .collect(Collectors.joining(", ")),
                                given(columns),
                                String.join(", ", shape.key()),
                                assignments.isEmpty() ? "nothing" : "update set " + assignments),
                all,
                columns,
                rows);
    }

    /** One array of text for each column: PostgreSQL reads it faster than as many parameters as there are values. */
    private static String given(List<String> columns) {
        return "unnest(%s) as r(%s)"
                .formatted(
                        columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", ")),
                        String.join(", ", columns));
    }

    private void execute(String sql, List<String> all, List<String> columns, List<Values> rows) {
        var statement = database.sql(sql);
        for (String column : columns) {
            int index = all.indexOf(column);
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = text(rows.get(row).all().get(index));
            }
            statement = statement.param(values);
        }
        statement.update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.toString();
            case RowChange.Json json -> StorableText.json(json.text());
            default -> StorableText.of(value.toString());
        };
    }
}
