package org.postroom.runtime.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.catalogue.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads whole topics from their beginning into memory, in every replica of a service, and goes on following them: for
 * small tables that a hot path looks up, such as the address directory. It is healthy once it has reached the end that
 * the topics had when it started, so that a service takes no traffic with half a table.
 *
 * <p>The handler runs on one thread, in the order of each partition, and may see a record again after an error. A record
 * that cannot be decoded is logged and passed over: a table must not stop for one row.
 */
public final class LogFollower implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String name;
    private final ConsumerFactory<String, Object> consumers;
    private final List<Topic> topics;
    private final Consumer<ConsumerRecord<String, @Nullable Object>> handler;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean caughtUp;
    private volatile @Nullable Thread thread;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, Object> consumer;

    /**
     * Makes a follower; it starts with the application.
     *
     * @param name names its thread and its health
     * @param consumers makes its consumer
     * @param topics what it reads
     * @param handler gets each record; a null value means that the key was removed
     */
    public LogFollower(
            String name,
            ConsumerFactory<String, Object> consumers,
            List<Topic> topics,
            Consumer<ConsumerRecord<String, @Nullable Object>> handler) {
        this.name = name;
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.handler = handler;
    }

    /** True once the end that the topics had at the start has been reached. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().name(name).daemon().start(this::follow);
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            var present = consumer;
            if (present != null) {
                present.wakeup();
            }
            var worker = thread;
            if (worker != null) {
                joinQuietly(worker);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public Health health() {
        return (caughtUp ? Health.up() : Health.outOfService())
                .withDetail("caughtUp", caughtUp)
                .build();
    }

    private void follow() {
        while (running.get()) {
            try (var opened = consumers.createConsumer(null, name, null)) {
                consumer = opened;
                read(opened);
            } catch (WakeupException stopped) {
                LOG.debug("Stopped following the log");
            } catch (RuntimeException broken) {
                LOG.atWarn()
                        .addKeyValue("follower", name)
                        .setCause(broken)
                        .log("Following the log failed; starting over");
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void read(org.apache.kafka.clients.consumer.Consumer<String, Object> opened) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> opened.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        Map<TopicPartition, Long> target = opened.endOffsets(partitions);
        while (running.get()) {
            opened.poll(POLL).forEach(this::handle);
            if (!caughtUp
                    && target.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue())) {
                caughtUp = true;
                LOG.atInfo().addKeyValue("follower", name).log("Caught up with the log");
            }
        }
    }

    private void handle(ConsumerRecord<String, Object> entry) {
        try {
            if (EventDeserializer.failed(entry.headers())) {
                throw new SerializationException("expected an event, but the record cannot be decoded");
            }
            handler.accept(nullable(entry));
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("follower", name)
                    .addKeyValue("topic", entry.topic())
                    .addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset())
                    .setCause(broken)
                    .log("Passed over a record that could not be applied");
        }
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, @Nullable Object> nullable(ConsumerRecord<String, Object> entry) {
        return (ConsumerRecord<String, @Nullable Object>) (ConsumerRecord<?, ?>) entry;
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            running.set(false);
            Thread.currentThread().interrupt();
        }
    }

    private static void joinQuietly(Thread worker) {
        try {
            worker.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
