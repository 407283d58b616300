package org.postroom.benchmarks.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/**
 * Follows postroom.interaction-events from its end on, and notes when each mail was threaded and its interaction offered:
 * as any consumer sees it, committed and read, on the clock of this process.
 */
final class RoutingWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<String, Object> settings;
    private final Map<String, Long> threadedAt = new ConcurrentHashMap<>();
    private final Map<String, String> interactionOf = new ConcurrentHashMap<>();
    private final Map<String, Long> offeredAt = new ConcurrentHashMap<>();
    private final CountDownLatch atEnd = new CountDownLatch(1);
    private volatile boolean running = true;

    RoutingWatch(String bootstrapServers, String registry) throws InterruptedException {
        settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registry,
                "specific.avro.reader",
                true,
                "isolation.level",
                "read_committed");
        Thread.ofPlatform().name("routing-watch").daemon().start(this::follow);
        atEnd.await();
    }

    /** Waits until every mail was threaded and its interaction offered, or the time is over. */
    void await(Collection<Delivery> accepted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && offers(accepted).count() < accepted.size()) {
            java.util.concurrent.locks.LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** From the 250 to EmailThreaded. */
    Latencies threads(Collection<Delivery> accepted) {
        return since(accepted, threadedAt::get);
    }

    /** From the 250 to InteractionOffered. */
    Latencies offers(Collection<Delivery> accepted) {
        return since(accepted, emailId -> {
            @Nullable String interaction = interactionOf.get(emailId);
            return interaction == null ? null : offeredAt.get(interaction);
        });
    }

    @Override
    public void close() {
        running = false;
    }

    private static Latencies since(
            Collection<Delivery> accepted, java.util.function.Function<String, @Nullable Long> moment) {
        List<Long> nanos = new ArrayList<>();
        for (Delivery delivery : accepted) {
            for (String emailId : delivery.emailIds()) {
                @Nullable Long at = moment.apply(emailId);
                if (at != null) {
                    nanos.add(at - delivery.answeredAt());
                }
            }
        }
        return Latencies.of(nanos);
    }

    private void follow() {
        var values = new PostroomAvroDeserializer();
        values.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.INTERACTION_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            atEnd.countDown();
            while (running) {
                consumer.poll(POLL).forEach(entry -> note(entry.value()));
            }
        }
    }

    private void note(Object event) {
        long now = System.nanoTime();
        switch (event) {
            case EmailThreaded threaded -> {
                threadedAt.putIfAbsent(threaded.getEmailId(), now);
                interactionOf.putIfAbsent(threaded.getEmailId(), threaded.getInteractionId());
            }
            case InteractionOffered offered -> offeredAt.putIfAbsent(offered.getInteractionId(), now);
            default -> {
                // What becomes of an interaction later is not measured.
            }
        }
    }
}
