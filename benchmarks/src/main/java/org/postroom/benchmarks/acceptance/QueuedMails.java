package org.postroom.benchmarks.acceptance;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/** When each mail was first seen queued by a reader of the log, on this process' clock. */
final class QueuedMails implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final OwnLog log;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Thread follower;
    private volatile boolean running = true;

    QueuedMails(OwnLog log) {
        this.log = log;
        this.follower = Thread.ofPlatform().name("queued-mails").daemon().start(this::follow);
    }

    /** When a mail was seen, in nanoseconds of {@link System#nanoTime}; empty where it was not yet. */
    Optional<Long> at(String emailId) {
        return Optional.ofNullable(seenAt.get(emailId));
    }

    /** Waits until all of some mails were seen, or the time is over. */
    void await(Collection<String> emailIds, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!seenAt.keySet().containsAll(emailIds) && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            follower.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (var values = new PostroomAvroDeserializer()) {
            values.configure(log.clients(), false);
            try (var consumer = new KafkaConsumer<>(log.clients(), new StringDeserializer(), values)) {
                List<TopicPartition> partitions = consumer.partitionsFor(Topics.INTERACTION_EVENTS.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (running) {
                    consumer.poll(POLL).forEach(entry -> note(entry.value()));
                }
            }
        }
    }

    private void note(Object event) {
        if (event instanceof InteractionQueued queued) {
            seenAt.putIfAbsent(queued.getEmailId(), System.nanoTime());
        }
    }
}
