package org.postroom.routing.journal.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The running topology: starts and stops with the application, and says how far it is. */
final class RoutingStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingStreams.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final RoutingTopology topology;
    private final Properties settings;
    private final MeterRegistry meters;
    private volatile @Nullable Running running;

    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

    RoutingStreams(RoutingTopology topology, Properties settings, MeterRegistry meters) {
        this.topology = topology;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void start() {
        var streams = new KafkaStreams(topology.build(), settings);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.atError().setCause(failure).log("Routing stopped on one thread; starting it again");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.setStateListener((state, before) -> LOG.atInfo()
                .addKeyValue("state", state)
                .addKeyValue("before", before)
                .log("Routing changed its state"));
        var metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        running = new Running(streams, metrics);
        streams.start();
    }

    /** Leaves the group at once, so that nobody waits for this instance to time out. */
    @Override
    public void stop() {
        var present = running;
        running = null;
        if (present == null) {
            return;
        }
        present.metrics().close();
        var stopped = present.streams()
                .close(CloseOptions.timeout(PATIENCE)
                        .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!stopped) {
            LOG.atWarn().addKeyValue("patience", PATIENCE).log("Routing did not stop in time");
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    KafkaStreams.State state() {
        var present = running;
        return present == null
                ? KafkaStreams.State.NOT_RUNNING
                : present.streams().state();
    }

    /** How many records of its partitions this instance has not decided upon yet, as far as it knows. */
    long lag() {
        var present = running;
        return present == null
                ? 0
                : present.streams().metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .mapToLong(RoutingStreams::lag)
                        .sum();
    }

    private static long lag(TaskMetadata task) {
        return task.endOffsets().entrySet().stream()
                .mapToLong(end -> lag(end.getValue(), task.committedOffsets().get(end.getKey())))
                .sum();
    }

    private static long lag(long end, @Nullable Long committed) {
        return end < 0 || committed == null ? 0 : Math.max(0, end - Math.max(0, committed));
    }
}
