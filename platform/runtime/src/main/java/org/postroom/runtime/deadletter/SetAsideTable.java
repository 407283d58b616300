package org.postroom.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.postroom.runtime.kafka.EventDeserializer;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.text.StorableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is set aside in the service's own database, so that it outlasts the process and every replica sees it.
 *
 * <p>Whether an entity is held back is first looked up in memory. What is missing there was not set aside by this process since
 * it got its partitions, nor before that, so the record may go on; what is found there is asked of the database.
 */
final class SetAsideTable implements SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAsideTable.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final long most;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** The entities of a listener that may be held back, and when that was read. */
    private record Held(NavigableSet<String> entities, long readNanos) {}

    /** @param most how many records may be set aside at a time */
    SetAsideTable(JdbcClient database, TransactionTemplate transactions, long most) {
        this.database = database;
        this.transactions = transactions;
        this.most = most;
    }

    @Override
    public void put(String listener, ConsumerRecord<?, ?> entry, FailureReason reason) {
        var entity = RecordEntity.of(entry);
        held(listener).entities().add(entity.path());
        transactions.executeWithoutResult(status -> {
            lock(listener, entity);
            insert(listener, entity, entry, reason, true);
        });
        log(listener, entity, entry, reason, Level.ERROR);
    }

    @Override
    public boolean keepBehind(String listener, ConsumerRecord<?, ?> entry) {
        Held known = held(listener);
        if (known.entities().isEmpty()) {
            return false;
        }
        var entity = RecordEntity.of(entry);
        if (known.entities().stream().noneMatch(entity::isRelatedTo)) {
            return false;
        }
        boolean kept = Boolean.TRUE.equals(transactions.execute(status -> {
            lock(listener, entity);
            if (isKept(listener, entry)) {
                return true;
            }
            if (!isHeldBack(listener, entity)) {
                return false;
            }
            insert(listener, entity, entry, FailureReason.BEHIND, false);
            return true;
        }));
        if (kept) {
            log(listener, entity, entry, FailureReason.BEHIND, Level.WARN);
        } else if (System.nanoTime() - known.readNanos() > LOOK_AGAIN.toNanos()) {
            held.remove(listener, known);
        }
        return kept;
    }

    @Override
    public boolean holdsOf(String listener, ConsumerRecord<?, ?> entry) {
        String root = RecordEntity.of(entry).root();
        return held(listener).entities().stream()
                .anyMatch(path -> new RecordEntity(path).root().equals(root));
    }

    @Override
    public void forget(String listener) {
        held.remove(listener);
    }

    private Held held(String listener) {
        return held.computeIfAbsent(listener, name -> {
            long now = System.nanoTime();
            var entities = database.sql("select distinct entity from listener_set_aside where listener = ?")
                    .param(name)
                    .query(String.class)
                    .set();
            return new Held(new ConcurrentSkipListSet<>(entities), now);
        });
    }

    private void lock(String listener, RecordEntity entity) {
        database.sql("select 1 from (select listener_lock(?, ?)) locked")
                .params(listener, entity.path())
                .query(Integer.class)
                .single();
    }

    private boolean isKept(String listener, ConsumerRecord<?, ?> entry) {
        return database.sql("""
                        select exists (select 1 from listener_set_aside
                          where listener = ? and topic = ? and topic_partition = ? and topic_offset = ?)
                        """)
                .params(listener, entry.topic(), entry.partition(), entry.offset())
                .query(Boolean.class)
                .single();
    }

    private boolean isHeldBack(String listener, RecordEntity entity) {
        return database.sql("""
                        select exists (select 1 from listener_set_aside
                          where listener = ? and discarded_at is null and listener_related(entity, ?))
                        """)
                .params(listener, entity.path())
                .query(Boolean.class)
                .single();
    }

    private void insert(
            String listener, RecordEntity entity, ConsumerRecord<?, ?> entry, FailureReason reason, boolean failed) {
        long present = database.sql("select count(*) from (select 1 from listener_set_aside limit ?) rows")
                .param(most)
                .query(Long.class)
                .single();
        if (present >= most) {
            throw new SetAsideFullException(most);
        }
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into listener_set_aside (listener, entity, topic, topic_partition, topic_offset, record_key,
                          payload, headers, written_at, event_type, reason, trace, failed_at, attempts)
                        values (:listener, :entity, :topic, :partition, :offset, :key,
                          :payload, :headers::jsonb, :written, :type, :reason, :trace, :failed, :attempts)
                        on conflict (listener, topic, topic_partition, topic_offset) do nothing
                        """)
                .param("listener", listener)
                .param("entity", StorableText.of(entity.path()))
                .param("topic", entry.topic())
                .param("partition", entry.partition())
                .param("offset", entry.offset())
                .param("key", entry.key() instanceof String key ? StorableText.of(key) : null)
                .param("payload", EventDeserializer.bytes(entry.headers()))
                .param("headers", headers(entry))
                .param("written", Instant.ofEpochMilli(entry.timestamp()).atOffset(ZoneOffset.UTC))
                .param(
                        "type",
                        StorableText.of(EventHeaders.text(entry.headers(), EventHeaders.TYPE)
                                .orElse("unknown")))
                .param("reason", reason.words())
                .param("trace", reason.trace())
                .param("failed", failed ? now : null)
                .param("attempts", failed ? 1 : 0)
                .update();
    }

    private static String headers(ConsumerRecord<?, ?> entry) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : EventDeserializer.original(entry.headers())) {
            if (header.value() != null) {
                texts.put(StorableText.of(header.key()), Base64.getEncoder().encodeToString(header.value()));
            }
        }
        return JSON.writeValueAsString(texts);
    }

    private static void log(
            String listener, RecordEntity entity, ConsumerRecord<?, ?> entry, FailureReason reason, Level level) {
        LOG.atLevel(level)
                .addKeyValue("listener", listener)
                .addKeyValue("entity", entity.path())
                .addKeyValue("topic", entry.topic())
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .addKeyValue("reason", reason.words())
                .log(
                        level == Level.ERROR
                                ? "A record that could not be processed was set aside"
                                : "A record waits behind an earlier one that was set aside");
    }
}
