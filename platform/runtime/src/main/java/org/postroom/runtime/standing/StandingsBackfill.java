package org.postroom.runtime.standing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At every start, writes the standings that are missing: all of them after an upgrade from a version that wrote none, and
 * what a replica of such a version changed meanwhile. Once the first ones are published it says, once for all, that they are
 * complete; until then no reader takes what is missing for what does not exist.
 *
 * <p>The service's database has the table {@code standings_complete (written_at timestamptz)}.
 */
public final class StandingsBackfill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StandingsBackfill.class);

    /** Names the lock of the replica that writes: any number that no other lock of this database has. */
    private static final long LOCK = 4_711_018L;

    private static final int PAGE = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final String writer;
    private final List<StandingSource> sources;
    private final Outbox outbox;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    /** @param writer the service, as the catalogue of topics calls it */
    public StandingsBackfill(
            String writer,
            List<StandingSource> sources,
            Outbox outbox,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.writer = writer;
        this.sources = List.copyOf(sources);
        this.outbox = outbox;
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("standings-backfill").start(this::work);
        }
    }

    @Override
    public void stop() {
        running.set(false);
        var worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void work() {
        while (running.get()) {
            try {
                backfill();
                running.set(false);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.atWarn().setCause(failed).log("Writing missing standings failed and will be tried again");
                pause();
            }
        }
    }

    private void backfill() throws InterruptedException {
        int written = 0;
        for (StandingSource source : sources) {
            int page;
            do {
                page = writeMissing(source);
                written += page;
            } while (page > 0 && running.get());
        }
        if (written > 0) {
            LOG.atInfo().addKeyValue("standings", written).log("Wrote standings that were missing");
        }
        if (running.get() && !isComplete()) {
            awaitPublished();
            complete();
        }
    }

    private int writeMissing(StandingSource source) {
        Integer found = transactions.execute(status -> {
            lock();
            return source.writeMissing(PAGE);
        });
        return found == null ? 0 : found;
    }

    /** The outbox is ordered within an organisation only: what says that all is there must come after all. */
    private void awaitPublished() throws InterruptedException {
        long last = database.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
        while (database.sql("select exists (select 1 from outbox where topic = :topic and id <= :last)")
                .param("topic", Topics.STANDINGS.name())
                .param("last", last)
                .query(Boolean.class)
                .single()) {
            Thread.sleep(PAUSE);
        }
    }

    private void complete() {
        transactions.executeWithoutResult(status -> {
            lock();
            if (isComplete()) {
                return;
            }
            var now = clock.instant();
            database.sql("insert into standings_complete (written_at) values (now())")
                    .update();
            outbox.add(
                    Topics.STANDINGS,
                    EntityKey.INSTALLATION,
                    EntityKey.ofComplete(writer).toString(),
                    new StandingsComplete(EntityKey.INSTALLATION, writer, now));
        });
    }

    private boolean isComplete() {
        return database.sql("select exists (select 1 from standings_complete)")
                .query(Boolean.class)
                .single();
    }

    private void lock() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_ERROR);
        } catch (InterruptedException stopped) {
            running.set(false);
        }
    }
}
