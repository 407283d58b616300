package org.postroom.runtime.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the outbox in the order of its ids. Of all replicas one does so at a time: it holds an advisory lock of the
 * database for the length of each batch. What the broker acknowledged is deleted in the same transaction; after a crash in
 * between, it is published again with the same {@code ce_id}s. An event that can never be published is set aside with its
 * reason, and later ones of the same key behind it; one that fails for now makes only its own organisation wait.
 */
final class OutboxRelay implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long LOCK = 0x506F7374726F6F6DL;
    private static final Duration IDLE = Duration.ofMillis(25);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Producer<String, byte[]> producer;
    private final Map<String, Long> paused = new HashMap<>();

    /** @param producer is closed with the relay */
    OutboxRelay(JdbcClient database, TransactionTemplate transactions, Producer<String, byte[]> producer) {
        this.database = database;
        this.transactions = transactions;
        this.producer = producer;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        Integer published = transactions.execute(status -> publishBatch());
        return published != null && published == BATCH ? Duration.ZERO : IDLE;
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }

    private int publishBatch() {
        boolean locked = database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (!locked) {
            return 0;
        }
        List<OutboxRow> rows = next();
        if (rows.isEmpty()) {
            return 0;
        }
        BatchOutcome outcome = BatchOutcome.of(rows, new OutboxSending(producer, PATIENCE).send(rows));
        delete(outcome.published());
        setAside(outcome.setAside());
        pause(outcome.waiting());
        return rows.size();
    }

    /** The next rows, without those of organisations that wait to be tried again, so that these keep nobody waiting. */
    private List<OutboxRow> next() {
        long now = System.nanoTime();
        paused.values().removeIf(until -> until - now <= 0);
        return database.sql("""
                        select id, topic, organisation_id, record_key, payload, headers,
                          exists (select 1 from outbox_set_aside aside
                            where aside.topic = outbox.topic and aside.record_key = outbox.record_key) as behind
                        from outbox where organisation_id <> all(:paused) order by id limit :batch
                        """)
                .param("paused", paused.keySet().toArray(String[]::new))
                .param("batch", BATCH)
                .query((row, number) -> new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("organisation_id"),
                        row.getString("record_key"),
                        row.getBytes("payload"),
                        row.getString("headers"),
                        row.getBoolean("behind")))
                .list();
    }

    private void delete(Collection<Long> ids) {
        database.sql("delete from outbox where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private void setAside(Map<OutboxRow, String> rows) {
        rows.forEach((row, reason) -> {
            database.sql("""
                            insert into outbox_set_aside
                              (id, topic, organisation_id, record_key, payload, headers, added_at, reason)
                            select id, topic, organisation_id, record_key, payload, headers, added_at, :reason
                            from outbox where id = :id
                            """).param("id", row.id()).param("reason", reason).update();
            LOG.atError()
                    .addKeyValue("organisationId", row.organisationId())
                    .addKeyValue("topic", row.topic())
                    .addKeyValue("key", row.key())
                    .addKeyValue("reason", reason)
                    .log("An event that cannot be published was set aside");
        });
        delete(rows.keySet().stream().map(OutboxRow::id).toList());
    }

    private void pause(Set<String> organisations) {
        long until = System.nanoTime() + AFTER_FAILURE.toNanos();
        for (String organisation : organisations) {
            paused.put(organisation, until);
            LOG.atWarn()
                    .addKeyValue("organisationId", organisation)
                    .log("Publishing events of an organisation failed and will be tried again");
        }
    }
}
