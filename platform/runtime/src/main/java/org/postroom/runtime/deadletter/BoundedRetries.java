package org.postroom.runtime.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.SeekUtils;

/**
 * Stands between the log and every listener. A record that fails is tried again on its partition, with growing pauses: for as
 * long as a part of ours is gone, else until patience is over. Then it is set aside, and so are later ones of the same entity,
 * before the listener sees them; everything else goes on.
 */
final class BoundedRetries implements CommonErrorHandler, RecordInterceptor<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedRetries.class);
    private static final LogAccessor SEEKING = new LogAccessor(LogFactory.getLog(BoundedRetries.class));
    private static final int SAY_AGAIN_AFTER = 10;

    private final SetAside aside;
    private final Duration patience;
    private final DefaultErrorHandler whilePolling = new DefaultErrorHandler();
    private final Map<Place, Standing> standings = new ConcurrentHashMap<>();

    private record Place(String listener, TopicPartition partition) {
        static Place of(ConsumerRecord<?, ?> entry, Consumer<?, ?> consumer) {
            return new Place(nameOf(consumer), new TopicPartition(entry.topic(), entry.partition()));
        }
    }

    BoundedRetries(SetAside aside, Duration patience) {
        this.aside = aside;
        this.patience = patience;
    }

    /** How long the longest-standing record has been tried; zero where none is. */
    Duration longestStanding() {
        long now = System.nanoTime();
        return standings.values().stream()
                .map(standing -> standing.since(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** A listener that got or lost partitions: what was known of its records may be known better by others. */
    void partitionsMoved(Consumer<?, ?> consumer) {
        String listener = nameOf(consumer);
        standings.keySet().removeIf(place -> place.listener().equals(listener));
        aside.forget(listener);
    }

    @Override
    public @Nullable ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> entry, Consumer<Object, Object> consumer) {
        return aside.keepBehind(nameOf(consumer), entry) ? null : entry;
    }

    @Override
    public void success(ConsumerRecord<Object, Object> entry, Consumer<Object, Object> consumer) {
        if (!standings.isEmpty()) {
            standings.remove(Place.of(entry, consumer));
        }
    }

    /** A listener of batches has done with a record. */
    void processed(String listener, ConsumerRecord<?, ?> entry) {
        if (!standings.isEmpty()) {
            standings.remove(new Place(listener, new TopicPartition(entry.topic(), entry.partition())));
        }
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public void handleRemaining(
            Exception failure,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        SeekUtils.seekOrRecover(
                failure,
                records,
                consumer,
                container,
                false,
                (entry, last, in, by) -> mayGoOn(entry, failure, consumer, container),
                SEEKING,
                KafkaException.Level.DEBUG);
    }

    /** A batch is done up to the record that its failure names ({@link RecordBatches}), or not at all. */
    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        List<ConsumerRecord<?, ?>> remaining = new ArrayList<>();
        records.forEach(remaining::add);
        failedOf(failure).ifPresent(failed -> {
            while (remaining.size() > 1 && !isSame(remaining.getFirst(), failed)) {
                remaining.removeFirst();
            }
        });
        handleRemaining(failure, remaining, consumer, container);
    }

    /** What fails outside a listener, such as a poll while the registry is silent, concerns no single record. */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        whilePolling.handleOtherException(failure, consumer, container, batchListener);
    }

    private static Optional<ConsumerRecord<?, ?>> failedOf(Exception failure) {
        return FailureKind.chain(failure).stream()
                .filter(BatchListenerFailedException.class::isInstance)
                .map(BatchListenerFailedException.class::cast)
                .<ConsumerRecord<?, ?>>map(BatchListenerFailedException::getRecord)
                .findFirst();
    }

    private static boolean isSame(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
        return one.offset() == other.offset()
                && one.partition() == other.partition()
                && one.topic().equals(other.topic());
    }

    private boolean mayGoOn(
            ConsumerRecord<?, ?> entry, Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container)
            throws InterruptedException {
        var place = Place.of(entry, consumer);
        long now = System.nanoTime();
        Standing standing = standings.compute(
                place,
                (where, known) ->
                        known == null || known.offset() != entry.offset() ? new Standing(entry.offset(), now) : known);
        FailureKind kind = FailureKind.of(failure);
        @Nullable
        Duration pause = standing.failed(kind, patience, kind == FailureKind.UNCLEAR && isHurried(place, entry));
        if (pause == null && isSetAside(place, entry, failure)) {
            standings.remove(place);
            return true;
        }
        Duration again = pause == null ? Standing.LONGEST_PAUSE : pause;
        say(place, entry, standing, failure);
        ListenerUtils.stoppableSleep(container, again.toMillis());
        return false;
    }

    private boolean isHurried(Place place, ConsumerRecord<?, ?> entry) {
        try {
            return aside.holdsOf(place.listener(), entry);
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    private boolean isSetAside(Place place, ConsumerRecord<?, ?> entry, Exception failure) {
        try {
            aside.put(place.listener(), entry, FailureReason.of(failure));
            return true;
        } catch (RuntimeException notKept) {
            LOG.atError()
                    .addKeyValue("listener", place.listener())
                    .addKeyValue("topic", entry.topic())
                    .addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset())
                    .addKeyValue("reason", FailureReason.of(notKept).words())
                    .log("A record could not be set aside, so its listener waits");
            return false;
        }
    }

    private void say(Place place, ConsumerRecord<?, ?> entry, Standing standing, Exception failure) {
        boolean late = standing.since(System.nanoTime()).compareTo(patience) > 0;
        if (standing.failures() > 1 && standing.failures() % SAY_AGAIN_AFTER != 0) {
            return;
        }
        var reason = FailureReason.of(failure);
        LOG.atLevel(late ? Level.ERROR : Level.WARN)
                .addKeyValue("listener", place.listener())
                .addKeyValue("topic", entry.topic())
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .addKeyValue("failures", standing.failures())
                .addKeyValue("reason", reason.words())
                .addKeyValue("trace", reason.trace())
                .log("Processing a record failed and will be tried again");
    }

    private static String nameOf(Consumer<?, ?> consumer) {
        return consumer.groupMetadata().groupId();
    }
}
