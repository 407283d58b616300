package org.postroom.console.projection.jdbc;

import java.util.Optional;
import org.postroom.console.live.jdbc.SignalChannel;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.Projected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models with the place up to which they were made. Rows, place and signals change together or not at all, so
 * each event is applied once, however often it is delivered.
 */
public final class ReadModels {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RowWriter rows;
    private final SignalChannel signals;

    /** Keeps the read models in the given database. */
    public ReadModels(JdbcClient database, PlatformTransactionManager transactions, SignalChannel signals) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new RowWriter(database);
        this.signals = signals;
    }

    /**
     * Applies what an event means, unless that was done before.
     *
     * @param position where the event stands
     * @param projected what it means
     */
    public void apply(LogPosition position, Projected projected) {
        transaction.executeWithoutResult(status -> {
            // A crash may lose the newest transactions whole, rows and place alike: they are then made again from the
            // log.
            database.sql("set local synchronous_commit = off").update();
            if (advance(position)) {
                write(projected);
            }
        });
    }

    /** Applies what an event means that was set aside when its place in the log was passed. */
    public void applyGivenBack(Projected projected) {
        transaction.executeWithoutResult(status -> write(projected));
    }

    /** The offset of the next record to read of a partition; empty where none was ever read. */
    public Optional<Long> nextOffset(String topic, int partition) {
        return database.sql("select next_offset from projection_position where topic = ? and partition = ?")
                .params(topic, partition)
                .query(Long.class)
                .optional();
    }

    private void write(Projected projected) {
        projected.changes().stream()
                .filter(change -> !rows.comesTooLate(change))
                .forEach(rows::write);
        signals.send(projected.signals());
    }

    private boolean advance(LogPosition position) {
        return database.sql("""
                        insert into projection_position as known (topic, partition, next_offset) values (?, ?, ?)
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset
                        where known.next_offset < excluded.next_offset
                        """)
                        .params(position.topic(), position.partition(), position.offset() + 1)
                        .update()
                == 1;
    }
}
