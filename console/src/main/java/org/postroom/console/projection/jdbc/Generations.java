package org.postroom.console.projection.jdbc;

import java.util.List;
import java.util.Optional;
import org.postroom.console.live.jdbc.SignalChannel;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.Generation.State;
import org.postroom.console.projection.ReadModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which generations there are of each read model, and how one follows another:
 *
 * <pre>
 * (none) ── first start ──────────────→ SERVING ──→ RETIRED ──→ (dropped)
 *        ── newer version, rebuild ──→ FILLING ──↗ takes over: the views are changed in the transaction that retires the other
 * </pre>
 *
 * Any replica may do each step; those of one read model are done one at a time. A replica of an earlier release than the serving
 * generation leaves it alone.
 */
public final class Generations {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Views views;
    private final GenerationTables tables;
    private final SignalChannel signals;

    /** Keeps them in the given database. */
    public Generations(JdbcClient database, PlatformTransactionManager transactions, SignalChannel signals) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.tables = new GenerationTables(database);
        this.views = new Views(database, transactions);
        this.signals = signals;
    }

    /** Until the transaction ends, nobody else has the lock of this name. */
    static void lock(JdbcClient database, String name) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('read model ' || ?, 0))) locked")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** All generations that there are. */
    public List<Generation> all() {
        return database.sql("select model, generation, version, state from read_model_generation order by 1, 2")
                .query((row, number) -> new Generation(
                        row.getString("model"),
                        row.getInt("generation"),
                        row.getInt("version"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /** Those of one read model in a state; at most one but for retired ones. */
    public Optional<Generation> find(ReadModel model, State state) {
        return all().stream()
                .filter(each -> each.model().equals(model.name()) && each.state() == state)
                .findFirst();
    }

    /**
     * Begins a new generation where there is none, where the serving one is of an earlier version, or where somebody wants a
     * rebuild. Pages can be shown from then on.
     */
    public void prepare(ReadModel model) {
        transaction.executeWithoutResult(status -> {
            lock(database, model.name());
            boolean wanted = takeWish(model);
            Optional<Generation> serving = find(model, State.SERVING);
            if (serving.isEmpty()) {
                Generation first = create(model, State.SERVING);
                tables.index(first);
                views.show(first, first);
                return;
            }
            Optional<Generation> filling = find(model, State.FILLING);
            boolean outdated = serving.get().version() < model.version();
            boolean begun = filling.isPresent() && filling.get().version() >= model.version();
            if (!begun && (outdated || wanted)) {
                filling.ifPresent(this::drop);
                Generation next = create(model, State.FILLING);
                if (outdated) {
                    views.show(serving.get(), next);
                }
            }
        });
    }

    /**
     * Lets a filled generation serve instead of the present one, at once for all pages, if it has come as far in the log. The
     * present one is not written meanwhile, so that the other catches up with it; it goes on being read.
     *
     * @return whether it serves now
     */
    public boolean takeOver(ReadModel model, Generation filled) {
        transaction.executeWithoutResult(status -> makeReadable(filled));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            database.sql("set local lock_timeout = '3s'").update();
            lock(database, model.name());
            Optional<Generation> serving = find(model, State.SERVING);
            if (serving.isEmpty()
                    || find(model, State.FILLING).filter(filled::equals).isEmpty()) {
                return false;
            }
            lock(database, serving.get().schema());
            if (!comesUpWith(serving.get(), filled)) {
                return false;
            }
            lock(database, filled.schema());
            state(serving.get(), State.RETIRED);
            state(filled, State.SERVING);
            views.show(filled, filled);
            signals.sendEverything();
            return true;
        }));
    }

    /** Drops what is retired, with the records that were set aside for it: they have been applied to what took over. */
    public void dropRetired() {
        for (Generation retired :
                all().stream().filter(each -> each.state() == State.RETIRED).toList()) {
            transaction.executeWithoutResult(status -> {
                database.sql("set local lock_timeout = '3s'").update();
                lock(database, retired.model());
                drop(retired);
            });
        }
        database.sql("""
                        delete from listener_set_aside where listener like 'console.%' and listener not in (
                          select 'console.' || model || '.' || generation from read_model_generation)
                        """).update();
    }

    /** Notes for whoever watches how far a generation is. */
    public void note(Generation generation, long behind, long length) {
        database.sql("""
                        update read_model_generation set behind = ?, log_length = ?, looked_at = now()
                        where model = ? and generation = ?
                        """)
                .params(behind, length, generation.model(), generation.number())
                .update();
    }

    private boolean takeWish(ReadModel model) {
        return database.sql("delete from read_model_wish where model = ?")
                        .param(model.name())
                        .update()
                > 0;
    }

    private Generation create(ReadModel model, State state) {
        int number = database.sql("""
                        insert into read_model_generation (model, generation, version, state)
                        select :model, nextval('read_model_generation_number'), :version, :state returning generation
                        """)
                .param("model", model.name())
                .param("version", model.version())
                .param("state", state.name())
                .query(Integer.class)
                .single();
        var generation = new Generation(model.name(), number, model.version(), state);
        tables.create(generation);
        return generation;
    }

    private void drop(Generation generation) {
        lock(database, generation.schema());
        database.sql("delete from read_model_generation where model = ? and generation = ?")
                .params(generation.model(), generation.number())
                .update();
        tables.drop(generation);
    }

    private void makeReadable(Generation filled) {
        if (database.sql("""
                        update read_model_generation set indexed = true
                        where model = ? and generation = ? and state = 'FILLING' and not indexed
                        """).params(filled.model(), filled.number()).update() == 1) {
            tables.index(filled);
        }
    }

    /** Waits a moment at most: its own transactions, which go on, show it. */
    private boolean comesUpWith(Generation serving, Generation filled) {
        for (int look = 0; look < 100; look++) {
            boolean reached = database.sql("""
                            select not exists (
                              select 1 from read_model_place s
                              left join read_model_place f on f.model = s.model and f.generation = :filled
                                and f.topic = s.topic and f.partition = s.partition
                              where s.model = :model and s.generation = :serving
                                and coalesce(f.next_offset, 0) < s.next_offset)
                            """)
                    .param("model", serving.model())
                    .param("serving", serving.number())
                    .param("filled", filled.number())
                    .query(Boolean.class)
                    .single();
            if (reached) {
                return true;
            }
            database.sql("select 1 from (select pg_sleep(0.02)) slept")
                    .query(Integer.class)
                    .single();
        }
        return false;
    }

    private void state(Generation generation, State state) {
        database.sql(
                        "update read_model_generation set state = ?, changed_at = now() where model = ? and generation = ?")
                .params(state.name(), generation.model(), generation.number())
                .update();
    }
}
