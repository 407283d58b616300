package org.postroom.benchmarks.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/** What routing decided, as any consumer sees it: committed and read, on the clock of this process. */
final class CommittedEvents implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final Map<String, Object> settings;
    private final PostroomAvroDeserializer values = new PostroomAvroDeserializer();
    private final CountDownLatch atBeginning = new CountDownLatch(1);
    private final AtomicInteger threaded = new AtomicInteger();
    private final Map<String, Long> offeredAt = new ConcurrentHashMap<>();
    private final Collection<Long> millisSinceJournal = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;
    private volatile boolean timing;
    private volatile long lastThreadedAt;

    CommittedEvents(Map<String, Object> settings) throws InterruptedException {
        this.settings = settings;
        values.configure(settings, false);
        Thread.ofPlatform().name("committed-events").daemon().start(this::follow);
        atBeginning.await();
    }

    /** How many mails were threaded so far. */
    int threaded() {
        return threaded.get();
    }

    /** When the last of them was seen, in nanoseconds of this process's clock. */
    long lastThreadedAt() {
        return lastThreadedAt;
    }

    /** When each interaction was offered. */
    Map<String, Long> offeredAt() {
        return offeredAt;
    }

    /** Begins to note how long each event took from its record in the journal. */
    void startTiming() {
        millisSinceJournal.clear();
        timing = true;
    }

    /** From the journal's record to the committed event, in milliseconds, since the timing was started. */
    List<Long> millisSinceJournal() {
        timing = false;
        return new ArrayList<>(millisSinceJournal);
    }

    /** Waits until so many mails were threaded; false where none was for the time of patience, or it is pointless. */
    boolean awaitThreaded(int expected, Duration patience, BooleanSupplier hope) throws InterruptedException {
        int before = threaded();
        long since = System.nanoTime();
        while (threaded() < expected) {
            Thread.sleep(POLL);
            if (threaded() > before) {
                before = threaded();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos() || !hope.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private void follow() {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.INTERACTION_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            atBeginning.countDown();
            while (running) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> entry) {
        var type = new String(entry.headers().lastHeader(EventHeaders.TYPE).value(), StandardCharsets.UTF_8);
        if (type.equals(EmailThreaded.class.getName())) {
            lastThreadedAt = System.nanoTime();
            threaded.incrementAndGet();
            if (timing) {
                millisSinceJournal.add(System.currentTimeMillis() - entry.timestamp());
            }
        } else if (type.equals(InteractionOffered.class.getName())
                && values.deserialize(entry.topic(), entry.value()) instanceof InteractionOffered offered) {
            offeredAt.put(offered.getInteractionId(), System.nanoTime());
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
