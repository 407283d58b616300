package org.postroom.console.projection.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postroom.console.projection.Generation;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The views through which pages read the generation that serves.
 *
 * <p>A page that reads two of them may have the one while a change holds the other, and then each waits for what the other has.
 * The change gives way: it gives up all views that it holds before PostgreSQL looks for a deadlock (after a second, unless it is
 * set otherwise), and begins again. So a page waits a moment and never fails.
 */
final class Views {

    private static final int PATIENCE_MILLIS = 200;
    private static final int TURNS = 10;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient database;
    private final TransactionTemplate savepoint;

    Views(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Lets pages read a generation. What its tables do not have yet, since they are of an earlier release, is shown as empty.
     * Part of a transaction: pages see all views change, or none.
     *
     * @param wanted the generation with the tables and columns that this release reads; perhaps the same
     */
    void show(Generation serving, Generation wanted) {
        for (int turn = 1; turn < TURNS; turn++) {
            try {
                savepoint.executeWithoutResult(status -> replace(serving, wanted));
                return;
            } catch (DataAccessException failed) {
                if (!isLockHeldByOthers(failed)) {
                    throw failed;
                }
            }
        }
        savepoint.executeWithoutResult(status -> replace(serving, wanted));
    }

    private void replace(Generation serving, Generation wanted) {
        database.sql("set local lock_timeout = '" + PATIENCE_MILLIS + "ms'").update();
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

    private static boolean isLockHeldByOthers(DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }
}
