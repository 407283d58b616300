package org.postroom.console.projection.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.postroom.console.projection.Generation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of each generation, in a schema of its own. The statements that make them lie in {@code db/read-models}: the tables
 * by the read model's name, and what makes reading quick, which is made once they are full.
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
