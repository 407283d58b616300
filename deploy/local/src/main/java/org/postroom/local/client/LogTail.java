package org.postroom.local.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics of a stack from their beginning on a thread of its own, whatever happens to the broker and the registry
 * meanwhile. An event that was published again, under the same {@code ce_id}, is handed over once; what is no event of ours
 * is counted and passed over.
 */
public final class LogTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final String EVENT_ID = "ce_id";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE_WITH_REGISTRY = Duration.ofMinutes(1);

    private final Consumer<SpecificRecord> reader;
    private final PostroomAvroDeserializer values = new PostroomAvroDeserializer();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> known = new HashSet<>();
    private final AtomicLong unreadable = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean atEnd;

    /** Begins to follow; the reader is called by one thread. */
    public LogTail(StackAddresses stack, Consumer<SpecificRecord> reader) {
        this.reader = reader;
        values.configure(
                Map.of("schema.registry.url", stack.registry().toString(), "specific.avro.reader", true), false);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.ROUTING_JOURNAL))
                .map(Topic::name)
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = Thread.ofPlatform().daemon().name("log-tail").start(this::follow);
    }

    /** Returns how many records were no events of ours. */
    public long unreadable() {
        return unreadable.get();
    }

    /**
     * Waits until all that is written at this moment has been handed over.
     *
     * @throws TimeoutException where the broker does not give it in time
     */
    public void catchUp(Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        atEnd = false;
        while (!atEnd) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("The log could not be read to its end in " + patience.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    private void follow() {
        while (!closed) {
            try {
                var batch = consumer.poll(POLL);
                batch.forEach(this::handOver);
                if (!atEnd && batch.isEmpty()) {
                    atEnd = isAtEnd();
                }
            } catch (WakeupException stopping) {
                log.debug("Stopped following the log");
            } catch (KafkaException broken) {
                log.info("The log cannot be read at this moment: {}", broken.getMessage());
            }
        }
        consumer.close();
    }

    private boolean isAtEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void handOver(ConsumerRecord<String, byte[]> entry) {
        var id = entry.headers().lastHeader(EVENT_ID);
        if (entry.value() == null) {
            return;
        }
        if (id == null) {
            unreadable.incrementAndGet();
            return;
        }
        if (known.add(new String(id.value(), StandardCharsets.UTF_8))
                && decode(entry) instanceof SpecificRecord event) {
            reader.accept(event);
        }
    }

    /** The registry may be away for a moment, and an event must not be missed for that. */
    private @Nullable Object decode(ConsumerRecord<String, byte[]> entry) {
        long end = System.nanoTime() + PATIENCE_WITH_REGISTRY.toNanos();
        while (!closed) {
            try {
                return values.deserialize(entry.topic(), entry.value());
            } catch (KafkaException failed) {
                if (System.nanoTime() > end) {
                    unreadable.incrementAndGet();
                    return null;
                }
                pause();
            }
        }
        return null;
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
