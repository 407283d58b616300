package org.postroom.runtime.view;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.catalogue.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows compacted topics from their beginning into a table in memory, in every replica of a service: for what a hot path
 * looks up, such as addresses, roles and suspensions.
 *
 * <pre>
 * nothing ──▶ first reading ──(at the end)──▶ serving, caught up ◀──(at the end: swapped)──┐
 *                                                  │                                       │
 *                                                  └─(error, partitions added)─▶ serving, reading anew beside
 * </pre>
 *
 * The table that serves is only ever replaced by one that was read to the end, so that readers never see what was once. The
 * view is healthy while it is caught up. What cannot be read is counted, and its meaning is the view's decision.
 *
 * @param <T> the table
 */
public final class LogView<T> implements SmartLifecycle, HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(LogView.class);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
    private static final Duration USUAL_PARTITION_CHECK = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String RECORDS_A_POLL = "5000";

    private final String name;
    private final ConsumerFactory<String, Object> consumers;
    private final List<Topic> topics;
    private final View<T> view;
    private final Duration partitionCheck;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable T serving;
    private volatile boolean caughtUp;
    private volatile double behind = Double.NaN;
    private volatile int unreadable;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /**
     * Makes a view that looks for added partitions every 30 seconds; it starts with the application.
     *
     * @param name names its thread, its metrics and its log
     * @param consumers makes its consumer, whose settings also say how events are decoded
     * @param topics what it reads
     * @param view what the records mean
     * @throws IllegalArgumentException where a topic is not compacted by entity
     */
    public LogView(String name, ConsumerFactory<String, Object> consumers, List<Topic> topics, View<T> view) {
        this(name, consumers, topics, view, USUAL_PARTITION_CHECK);
    }

    /** Makes a view that looks for added partitions in the interval given. */
    public LogView(
            String name,
            ConsumerFactory<String, Object> consumers,
            List<Topic> topics,
            View<T> view,
            Duration partitionCheck) {
        for (Topic topic : topics) {
            if (topic.key() != Topic.Key.ORGANISATION_AND_ENTITY) {
                throw new IllegalArgumentException(
                        "expected topics that are compacted by entity, but got " + topic.name());
            }
        }
        this.name = name;
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.view = view;
        this.partitionCheck = partitionCheck;
    }

    /** The table; empty until the topics were read whole for the first time. */
    public Optional<T> table() {
        return Optional.ofNullable(serving);
    }

    /** Whether the table follows the topics now; false as well while it is read anew beside the one that serves. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().name("view-" + name).daemon().start(this::follow);
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
                .withDetail("serving", serving != null)
                .withDetail("behind", Double.isNaN(behind) ? "not known yet" : (long) behind)
                .withDetail("unreadable", unreadable)
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("postroom.view.behind", this, present -> present.behind)
                .description("Records of state that have not been read yet")
                .tag("view", name)
                .register(registry);
        Gauge.builder("postroom.view.unreadable", this, present -> present.unreadable)
                .description("Entities whose newest record cannot be read")
                .tag("view", name)
                .register(registry);
    }

    private void follow() {
        while (running.get()) {
            caughtUp = false;
            try (var opened = open();
                    var deserializer = new StateDeserializer(consumers.getConfigurationProperties())) {
                consumer = opened;
                read(new ViewReading<>(topics, view, opened, deserializer));
            } catch (WakeupException stopped) {
                LOG.debug("Stopped following the log");
            } catch (RuntimeException broken) {
                LOG.atWarn()
                        .addKeyValue("view", name)
                        .setCause(broken)
                        .log("Following the log failed; reading anew beside the table that serves");
                caughtUp = false;
                pause();
            } finally {
                consumer = null;
            }
        }
        caughtUp = false;
    }

    private void read(ViewReading<T> reading) {
        long begun = System.nanoTime();
        reading.begin();
        long checked = begun;
        while (running.get()) {
            reading.poll();
            behind = reading.behind();
            unreadable = reading.unreadable();
            if (!caughtUp && reading.isCaughtUp()) {
                serving = reading.table();
                caughtUp = true;
                LOG.atInfo()
                        .addKeyValue("view", name)
                        .addKeyValue("took", Duration.ofNanos(System.nanoTime() - begun))
                        .log("Caught up with the log");
            }
            if (System.nanoTime() - checked >= partitionCheck.toNanos()) {
                checked = System.nanoTime();
                if (reading.hasOtherPartitions()) {
                    LOG.atWarn().addKeyValue("view", name).log("Partitions were added; reading anew");
                    return;
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the overriding setting decides what the values are
    private Consumer<String, byte[]> open() {
        var settings = new Properties();
        settings.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        settings.setProperty(
                CommonClientConfigs.METADATA_MAX_AGE_CONFIG, Long.toString(Math.max(1, partitionCheck.toMillis())));
        return (Consumer) consumers.createConsumer(null, name, null, settings);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_ERROR);
        } catch (InterruptedException interrupted) {
            running.set(false);
            Thread.currentThread().interrupt();
        }
    }

    private static void joinQuietly(Thread worker) {
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
