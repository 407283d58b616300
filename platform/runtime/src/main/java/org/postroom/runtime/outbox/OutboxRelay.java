package org.postroom.runtime.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the outbox in the order of its ids. Of all replicas one does so at a time: it holds an advisory lock of the
 * database for the length of each batch. A batch is deleted in the same transaction once every event in it is
 * acknowledged; after a crash in between, it is published again with the same {@code ce_id}s.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;
    private static final long LOCK = 0x506F7374726F6F6DL;
    private static final Duration IDLE = Duration.ofMillis(25);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Supplier<Producer<String, byte[]>> producers;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** @param producers makes a producer for each time that the relay is started */
    OutboxRelay(JdbcClient database, TransactionTemplate transactions, Supplier<Producer<String, byte[]>> producers) {
        this.database = database;
        this.transactions = transactions;
        this.producers = producers;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
    }

    @Override
    public void stop() {
        running = false;
        var worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void relay() {
        var producer = producers.get();
        try {
            relay(producer);
        } finally {
            producer.close(PATIENCE);
        }
    }

    private void relay(Producer<String, byte[]> producer) {
        while (running) {
            Duration pause = IDLE;
            try {
                Integer published = transactions.execute(status -> publishBatch(producer));
                pause = published != null && published == BATCH ? Duration.ZERO : IDLE;
            } catch (RuntimeException failed) {
                LOG.atWarn().setCause(failed).log("Publishing the outbox failed and will be tried again");
                pause = AFTER_FAILURE;
            }
            if (pause.isPositive()) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private int publishBatch(Producer<String, byte[]> producer) {
        boolean locked = database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (!locked) {
            return 0;
        }
        List<Entry> entries = database.sql("""
                        select id, topic, organisation_id, record_key, payload, headers from outbox order by id limit :batch
                        """)
                .param("batch", BATCH)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("organisation_id"),
                        row.getString("record_key"),
                        row.getBytes("payload"),
                        row.getString("headers")))
                .list();
        if (!entries.isEmpty()) {
            publish(producer, entries);
            database.sql("delete from outbox where id = any(:ids)")
                    .param("ids", entries.stream().map(Entry::id).toArray(Long[]::new))
                    .update();
        }
        return entries.size();
    }

    private static void publish(Producer<String, byte[]> producer, List<Entry> entries) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            sent.add(producer.send(entry.toRecord(producer)));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            try {
                acknowledgement.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException failed) {
                throw new IllegalStateException(
                        "expected the broker to acknowledge the outbox, but it did not", failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while publishing the outbox", interrupted);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(
            long id, String topic, String organisationId, String key, byte @Nullable [] payload, String headers) {

        ProducerRecord<String, byte[]> toRecord(Producer<String, byte[]> producer) {
            var known = Topics.all().stream()
                    .filter(candidate -> candidate.name().equals(topic))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("expected a topic of the catalogue, but got " + topic));
            int partition = Partitions.partition(
                    known, organisationId, key, producer.partitionsFor(topic).size());
            var recordHeaders = new RecordHeaders();
            JSON.readValue(headers, new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> recordHeaders.add(name, value.getBytes(StandardCharsets.UTF_8)));
            return new ProducerRecord<>(topic, partition, key, payload, recordHeaders);
        }
    }
}
