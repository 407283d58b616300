package org.postroom.routing.replay.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.journal.kafka.JournalReplay;
import org.postroom.routing.replay.Findings;

/** Decides upon a broker's journal again, on several threads, and compares what comes of it with what stands in the log. */
final class Replay {

    private static final long LOOK_EVERY_MILLIS = 200;

    private final Connections connections;
    private final Selection selection;
    private final @Nullable Instant to;
    private final String group;
    private final int threads;

    /**
     * What came of it.
     *
     * @param records how many records of the journal were decided upon
     * @param organisations how many organisations they are about
     * @param took how long it took
     */
    record Report(long records, int organisations, Duration took, Findings findings) {}

    /**
     * @param selection what is compared
     * @param to the moment before which it ends; null for the end of the log
     * @param group the consumer group of routing-service
     * @param threads how many partitions at once, at least 1
     */
    Replay(Connections connections, Selection selection, @Nullable Instant to, String group, int threads) {
        this.connections = connections;
        this.selection = selection;
        this.to = to;
        this.group = group;
        this.threads = threads;
    }

    /**
     * Replays.
     *
     * @param begin where what is known at some place of the journal lies; null to begin at its beginning
     * @param end where what is known at the end is kept; null for nowhere
     * @param progress hears now and then which share is done
     */
    Report run(@Nullable Path begin, @Nullable Path end, DoubleConsumer progress) throws IOException {
        long begun = System.nanoTime();
        var known = begin == null ? KnownState.NOTHING : KnownState.read(begin);
        var extent = extent().from(known.places());
        var done = new LongAdder();
        var workers = workers(extent, known, done);
        var findings = await(workers, () -> progress.accept((double) done.sum() / Math.max(1, extent.length())));
        if (end != null) {
            knownAtTheEnd(extent, known, workers).write(end);
        }
        int organisations = workers.stream()
                .mapToInt(worker -> worker.replay().organisations().size())
                .sum();
        return new Report(done.sum(), organisations, Duration.ofNanos(System.nanoTime() - begun), findings);
    }

    private Extent extent() {
        try (var admin = connections.admin();
                var consumer = connections.consumer()) {
            var all = Extent.of(admin, consumer, group);
            return to == null ? all : all.before(consumer, to);
        }
    }

    private List<ReplayWorker> workers(Extent extent, KnownState known, LongAdder done) {
        int count = extent.isAligned() ? threads : 1;
        List<ReplayWorker> workers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            var replay = new JournalReplay(connections.deserializer(), selection::isOf);
            known.give(replay, number, count);
            workers.add(new ReplayWorker(connections, extent.part(number, count), selection, replay, done));
        }
        return workers;
    }

    private static Findings await(List<ReplayWorker> workers, Runnable look) {
        try (ExecutorService executor = Executors.newFixedThreadPool(workers.size())) {
            List<Future<Findings>> running = new ArrayList<>();
            workers.forEach(worker -> running.add(executor.submit((Callable<Findings>) worker)));
            try {
                var findings = Findings.NONE;
                for (var each : running) {
                    findings = findings.and(await(each, look));
                }
                return findings;
            } catch (ExecutionException failed) {
                executor.shutdownNow();
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("expected a replay, but it failed", failed.getCause());
            } catch (InterruptedException stopped) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new KafkaException("expected a replay, but it was interrupted", stopped);
            }
        }
    }

    private static Findings await(Future<Findings> running, Runnable look)
            throws ExecutionException, InterruptedException {
        while (true) {
            look.run();
            try {
                return running.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // Looked at again.
            }
        }
    }

    private KnownState knownAtTheEnd(Extent extent, KnownState before, List<ReplayWorker> workers) {
        Map<TopicPartition, Long> places = new HashMap<>();
        extent.journal().forEach((partition, span) -> places.put(partition, span.to()));
        workers.forEach(worker -> places.putAll(worker.eventsReached()));
        Map<String, KnownState.OfOrganisation> organisations = new HashMap<>();
        for (var worker : workers) {
            for (var organisationId : worker.replay().organisations()) {
                int partition = worker.partitions().getOrDefault(organisationId, before.partitionOf(organisationId));
                organisations.put(
                        organisationId,
                        new KnownState.OfOrganisation(partition, worker.replay().state(organisationId)));
            }
        }
        return new KnownState(places, organisations);
    }
}
