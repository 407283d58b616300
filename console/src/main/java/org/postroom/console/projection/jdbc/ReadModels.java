package org.postroom.console.projection.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.console.live.Signal;
import org.postroom.console.live.jdbc.SignalChannel;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.News;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.RowBatch;
import org.postroom.console.projection.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the read models with the places up to which they were made. The rows, places and signals of a batch change together or
 * not at all, so each event is applied once, however often it is delivered. A generation is written by one transaction at a time,
 * whichever replica's: so batches that touch the same rows never lock each other out, and none overtakes the removal of an
 * organisation.
 */
public final class ReadModels {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RowWriter rows;
    private final SignalChannel signals;
    private final Map<String, TableColumns> tables = new ConcurrentHashMap<>();

    private record Partition(String topic, int number) {
        static Partition of(LogPosition position) {
            return new Partition(position.topic(), position.partition());
        }
    }

    /** Keeps the read models in the given database. */
    public ReadModels(JdbcClient database, PlatformTransactionManager transactions, SignalChannel signals) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new RowWriter(database);
        this.signals = signals;
    }

    /**
     * Applies what events mean, but for those that were applied before. Of a generation that is retired or gone nothing is
     * changed.
     *
     * @param steps the events, those of a partition in their order
     * @param news what open pages hear, if the generation serves
     */
    public void apply(Generation generation, List<Step> steps, News news) {
        transaction.executeWithoutResult(status -> {
            // A crash may lose the newest transactions whole, rows and place alike: they are then made again from the
            // log.
            database.sql("set local synchronous_commit = off").update();
            if (isWritten(generation)) {
                applyNew(generation, steps, news);
            }
        });
    }

    /** Applies what an event means that was set aside when its place in the log was passed. */
    public void applyGivenBack(Generation generation, Projected projected) {
        transaction.executeWithoutResult(status -> {
            if (isWritten(generation)) {
                write(generation, List.of(projected), News.CHANGES);
            }
        });
    }

    /** Notes that there is nothing to apply before these places, each with the offset that is read next. */
    public void pass(Generation generation, Collection<LogPosition> next) {
        transaction.executeWithoutResult(status -> {
            if (isWritten(generation)) {
                next.forEach(position -> advance(generation, position));
            }
        });
    }

    /** The places from which a generation goes on reading, each with the offset of the next record. */
    public List<LogPosition> places(Generation generation) {
        return database.sql("""
                        select topic, partition, next_offset from read_model_place where model = ? and generation = ?
                        """)
                .params(generation.model(), generation.number())
                .query((row, number) ->
                        new LogPosition(row.getString("topic"), row.getInt("partition"), row.getLong("next_offset")))
                .list();
    }

    private boolean isWritten(Generation generation) {
        Generations.lock(database, generation.schema());
        return database.sql("select state <> 'RETIRED' from read_model_generation where model = ? and generation = ?")
                .params(generation.model(), generation.number())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void applyNew(Generation generation, List<Step> steps, News news) {
        Map<Partition, Long> next = new HashMap<>();
        places(generation).forEach(place -> next.put(Partition.of(place), place.offset()));
        Map<Partition, LogPosition> reached = new HashMap<>();
        List<Projected> fresh = new ArrayList<>();
        for (Step step : steps) {
            LogPosition at = step.position();
            var partition = Partition.of(at);
            if (at.offset() >= next.getOrDefault(partition, 0L)) {
                fresh.add(step.projected());
                next.put(partition, at.offset() + 1);
                reached.put(partition, new LogPosition(at.topic(), at.partition(), at.offset() + 1));
            }
        }
        write(generation, fresh, news);
        reached.values().forEach(position -> advance(generation, position));
    }

    private void write(Generation generation, List<Projected> projected, News news) {
        var batch = new RowBatch();
        projected.forEach(each -> each.changes().forEach(batch::add));
        batch.leaveOut(removed(generation, batch.organisations()));
        rows.write(
                tables.computeIfAbsent(
                        generation.schema(), schema -> TableColumns.read(database, schema, TableColumns.TABLES)),
                batch);
        batch.forgotten().forEach(organisation -> noteRemoved(generation, organisation));
        if (isServing(generation)) {
            tell(projected, news);
        }
    }

    private void tell(List<Projected> projected, News news) {
        switch (news) {
            case NONE -> {}
            case CHANGES -> {
                Set<Signal> distinct = new LinkedHashSet<>();
                projected.forEach(each -> distinct.addAll(each.signals()));
                signals.send(distinct);
            }
            case EVERYTHING -> signals.sendEverything();
        }
    }

    private boolean isServing(Generation generation) {
        return database.sql("""
                        select exists (select 1 from read_model_generation
                          where model = ? and generation = ? and state = 'SERVING')
                        """)
                .params(generation.model(), generation.number())
                .query(Boolean.class)
                .single();
    }

    private Set<String> removed(Generation generation, Set<String> organisations) {
        return database.sql("""
                        select organisation_id from read_model_removed_organisation
                        where model = ? and generation = ? and organisation_id = any(?)
                        """)
                .param(generation.model())
                .param(generation.number())
                .param(organisations.toArray(String[]::new))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .set();
    }

    private void noteRemoved(Generation generation, String organisationId) {
        database.sql("""
                        insert into read_model_removed_organisation (model, generation, organisation_id) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(generation.model(), generation.number(), organisationId)
                .update();
    }

    private void advance(Generation generation, LogPosition next) {
        database.sql("""
                        insert into read_model_place as known (model, generation, topic, partition, next_offset)
                        values (?, ?, ?, ?, ?)
                        on conflict (model, generation, topic, partition) do update set next_offset = excluded.next_offset
                        where known.next_offset < excluded.next_offset
                        """)
                .params(generation.model(), generation.number(), next.topic(), next.partition(), next.offset())
                .update();
    }
}
