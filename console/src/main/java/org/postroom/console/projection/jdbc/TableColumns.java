package org.postroom.console.projection.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of a schema with their columns.
 *
 * @param schema the schema
 * @param tables by table the columns in their order, each with its type in SQL
 */
record TableColumns(String schema, Map<String, Map<String, String>> tables) {

    /** What {@link #read} is asked for: tables. */
    static final String TABLES = "r";

    /** What {@link #read} is asked for: views. */
    static final String VIEWS = "v";

    private static final String READ = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = ? and c.relkind = ?
            order by c.relname, a.attnum
            """;

    /** Reads what a schema has: {@link #TABLES} or {@link #VIEWS}. */
    static TableColumns read(JdbcClient database, String schema, String kind) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        database.sql(READ).params(schema, kind).query(row -> {
            tables.computeIfAbsent(row.getString("relname"), table -> new LinkedHashMap<>())
                    .put(row.getString("attname"), row.getString("type"));
        });
        return new TableColumns(schema, tables);
    }

    /** The columns of a table; none where there is no such table. */
    Map<String, String> of(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    /** The tables that say whose each row is, in their names. */
    List<String> tablesWith(String column) {
        List<String> names = new ArrayList<>();
        tables.forEach((table, columns) -> {
            if (columns.containsKey(column)) {
                names.add(table);
            }
        });
        return names;
    }
}
