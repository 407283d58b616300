package org.postroom.console.projection.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postroom.console.projection.Generation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of each generation, in a schema of its own, and the views through which pages read those of the serving one. The
 * statements that make them lie in {@code db/read-models}: the tables by the read model's name, and what makes reading quick,
 * which is made once they are full.
 */
final class GenerationTables {

    private static final Pattern COMMENT = Pattern.compile("--.*");

    private final JdbcClient database;

    GenerationTables(JdbcClient database) {
        this.database = database;
    }

    /** Makes a generation's empty tables. */
    void create(Generation generation) {
        database.sql("create schema " + generation.schema()).update();
        run(generation, generation.model() + ".sql");
    }

    /** Makes what pages need to read quickly. */
    void index(Generation generation) {
        run(generation, generation.model() + "-indexes.sql");
    }

    void drop(Generation generation) {
        database.sql("drop schema if exists " + generation.schema() + " cascade")
                .update();
    }

    /**
     * Lets pages read a generation. What its tables do not have yet, since they are of an earlier release, is shown as empty.
     *
     * @param wanted the generation with the tables and columns that this release reads; perhaps the same
     */
    void show(Generation serving, Generation wanted) {
        TableColumns there = TableColumns.read(database, serving.schema(), TableColumns.TABLES);
        TableColumns views = TableColumns.read(database, currentSchema(), TableColumns.VIEWS);
        TableColumns.read(database, wanted.schema(), TableColumns.TABLES)
                .tables()
                .forEach((table, columns) -> {
                    if (!List.copyOf(views.of(table).entrySet()).equals(List.copyOf(columns.entrySet()))) {
                        database.sql("drop view if exists " + table).update();
                    }
                    database.sql("create or replace view %s as select %s"
                                    .formatted(
                                            table,
                                            there.tables().containsKey(table)
                                                    ? selected(columns, there.of(table)) + " from " + serving.schema()
                                                            + "." + table
                                                    : "* from " + wanted.schema() + "." + table))
                            .update();
                });
    }

    private static String selected(Map<String, String> wanted, Map<String, String> there) {
        List<String> columns = new ArrayList<>();
        wanted.forEach((column, type) ->
                columns.add(there.containsKey(column) ? column : "null::%s as %s".formatted(type, column)));
        return String.join(", ", columns);
    }

    private String currentSchema() {
        return database.sql("select current_schema()").query(String.class).single();
    }

    private void run(Generation generation, String script) {
        database.sql("select set_config('search_path', ?, true)")
                .param(generation.schema())
                .query(String.class)
                .single();
        for (String statement : COMMENT.matcher(read(script)).replaceAll("").split(";", -1)) {
            if (!statement.isBlank()) {
                database.sql(statement).update();
            }
        }
        database.sql("set local search_path to default").update();
    }

    private static String read(String script) {
        String place = "/db/read-models/" + script;
        try (InputStream in = GenerationTables.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("expected the statements " + place + ", but they are not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
