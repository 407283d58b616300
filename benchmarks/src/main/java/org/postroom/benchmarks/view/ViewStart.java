package org.postroom.benchmarks.view;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.runtime.kafka.EventDeserializer;
import org.postroom.runtime.view.LogView;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a service takes to know what stands: from the standings, and from all that happened. */
@Command(
        name = "view-start",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Writes an installation's history to a broker of its own, then tells how long it takes to learn what"
                        + " stands from the standings, and from the whole history as it was done before there were any.")
public final class ViewStart implements Callable<Integer> {

    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(200);

    @Option(names = "--organisations", description = "how many organisations")
    private int organisations = 10_000;

    @Option(names = "--domains", description = "how many domains they have together")
    private int domains = 20_000;

    @Option(names = "--checks", description = "how many checks of domains the log has")
    private int checks = 2_000_000;

    @Option(names = "--data", description = "a new folder for the broker; about 0.1 GB for each million checks")
    private Path data = Path.of("view-start-data");

    private final PrintStream out = System.out;

    private ViewStart() {}

    /** Runs the measurement with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ViewStart()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectory(data);
        try (var log = OwnLog.start(data, PARTITIONS)) {
            Map<String, Object> settings = settings(log);
            try (var history = new History(settings, organisations)) {
                history.writeStandings(domains);
                history.writeChecks(checks, domains);
            }
            out.printf("%d organisations, %d domains, %d checks%n", organisations, domains, checks);
            out.printf("from the standings, cold  %s%n", fromStandings(settings));
            out.printf("from the standings, warm  %s%n", fromStandings(settings));
            out.printf("from the whole history    %s%n", fromHistory(settings));
        }
        return 0;
    }

    private Duration fromStandings(Map<String, Object> settings) {
        var view = new LogView<>(
                "view-start",
                new DefaultKafkaConsumerFactory<String, Object>(settings),
                List.of(Topics.STANDINGS),
                new KnownStandings());
        long begun = System.nanoTime();
        view.start();
        while (!view.isCaughtUp()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        int known = view.table().orElseThrow().size();
        view.stop();
        if (known != organisations + domains) {
            throw new IllegalStateException(
                    "expected %d standings, but got %d".formatted(organisations + domains, known));
        }
        return took;
    }

    private static Duration fromHistory(Map<String, Object> settings) {
        long begun = System.nanoTime();
        var values = new PostroomAvroDeserializer();
        values.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.DOMAIN_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Map<String, Object> settings(OwnLog log) {
        Map<String, Object> settings = log.clients();
        settings.put("linger.ms", 5);
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", EventDeserializer.class);
        settings.put("postroom.event.deserializer", PostroomAvroDeserializer.class.getName());
        return settings;
    }
}
