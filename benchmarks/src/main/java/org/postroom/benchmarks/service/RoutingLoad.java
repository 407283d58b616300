package org.postroom.benchmarks.service;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.benchmarks.log.OwnLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the running routing-service, from its source topics to what it committed. */
@Command(
        name = "routing-load",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Starts a broker, a registry and the routing-service, lets mails wait, and tells how many further"
                + " mails it decides upon a second, and how long a mail takes at a steady rate. Several services are"
                + " measured one after the other, each on new data.")
public final class RoutingLoad implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--service", required = true, description = "the service's jar; may be given several times")
    private List<Path> services = List.of();

    @Option(names = "--waiting", description = "how many interactions wait before anything is measured")
    private int waiting = 100_000;

    @Option(names = "--inputs", description = "how many mails come at once then")
    private int inputs = 50_000;

    @Option(names = "--rate", description = "mails a second, each offered at once, while 250 to offer is measured")
    private double rate = 100;

    @Option(names = "--journal-rate", description = "mails a second while journal to event is measured")
    private double journalRate = 2_000;

    @Option(names = "--seconds", description = "how long each steady rate is kept")
    private int seconds = 15;

    @Option(names = "--partitions", description = "partitions of each topic")
    private int partitions = 4;

    @Option(names = "--java-option", description = "an option of the service's JVM; may be given several times")
    private List<String> javaOptions = List.of("-Xmx2g", "-XX:+UseSerialGC");

    @Option(names = "--setting", description = "a setting of the service, as --name=value; may be given several times")
    private List<String> settings = List.of();

    @Option(names = "--data", description = "a new folder for broker, state and the service's output")
    private Path data = Path.of("routing-load-data");

    private final PrintStream out = System.out;

    private RoutingLoad() {}

    /** Runs the measurement with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RoutingLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        for (int run = 0; run < services.size(); run++) {
            var folder = Files.createDirectory(data.resolve("run-" + run)).toAbsolutePath();
            out.printf("%s%n", services.get(run));
            if (!measure(services.get(run), folder)) {
                out.printf("  it stopped deciding; its output is in %s%n", folder.resolve("service.log"));
                return 1;
            }
        }
        return 0;
    }

    private boolean measure(Path jar, Path folder) throws Exception {
        try (var log = OwnLog.start(folder, partitions)) {
            var clients = log.clients();
            clients.put("fetch.max.wait.ms", 20);
            try (var centre = new LoadedCentre(clients);
                    var events = new CommittedEvents(clients)) {
                centre.configure(Instant.now());
                try (var service = ServiceProcess.start(
                        jar, javaOptions, settings, folder, log.bootstrapServers(), log.registryUrl())) {
                    if (!load(service, centre, events)) {
                        return false;
                    }
                }
                try (var again = ServiceProcess.start(
                        jar, javaOptions, settings, folder, log.bootstrapServers(), log.registryUrl())) {
                    return restart(again, centre, events);
                }
            }
        }
    }

    private boolean load(ServiceProcess service, LoadedCentre centre, CommittedEvents events)
            throws InterruptedException {
        centre.send(centre.waiting(1, Instant.now()), 0, _ -> {});
        var done = events.awaitThreaded(1, PATIENCE, service::isAlive)
                && burst("filling", waiting, service, centre, events)
                && burst("burst", inputs, service, centre, events)
                && burst("burst again", inputs, service, centre, events);
        return done && offers(service, centre, events) && journal(service, centre, events);
    }

    /** All at once: what the service does when it is the only bound. */
    private boolean burst(String name, int count, ServiceProcess service, LoadedCentre centre, CommittedEvents events)
            throws InterruptedException {
        var mails = centre.waiting(count, Instant.now());
        int expected = events.threaded() + count;
        var processor = service.processorTime();
        long begun = System.nanoTime();
        centre.send(mails, 0, _ -> {});
        if (!events.awaitThreaded(expected, PATIENCE, service::isAlive)) {
            return false;
        }
        double took = (events.lastThreadedAt() - begun) / 1e9;
        var used = service.processorTime().minus(processor).toMillis() / 1e3;
        report(String.format(
                Locale.ROOT,
                "%-12s %,7d inputs in %6.1f s: %,7.0f a second, %5.1f s of the service's processor time, load %.1f",
                name,
                count,
                took,
                count / took,
                used,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return true;
    }

    /** From the broker's acknowledgement, upon which reception answers 250, to the committed offer. */
    private boolean offers(ServiceProcess service, LoadedCentre centre, CommittedEvents events)
            throws InterruptedException {
        var mails = centre.served((int) (rate * seconds), Instant.now());
        int expected = events.threaded() + mails.size();
        Map<Integer, Long> acknowledgedAt = new ConcurrentHashMap<>();
        centre.send(mails, rate, number -> acknowledgedAt.put(number, System.nanoTime()));
        if (!events.awaitThreaded(expected, PATIENCE, service::isAlive)) {
            return false;
        }
        Thread.sleep(Duration.ofMillis(500));
        var millis = new ArrayList<Long>();
        for (int number = 0; number < mails.size(); number++) {
            var offered = events.offeredAt().get(mails.get(number).interactionId());
            if (offered != null && acknowledgedAt.containsKey(number)) {
                millis.add(
                        Duration.ofNanos(offered - acknowledgedAt.get(number)).toMillis());
            }
        }
        report(String.format(Locale.ROOT, "250 → InteractionOffered at %.0f a second: %s", rate, percentiles(millis)));
        return true;
    }

    private boolean journal(ServiceProcess service, LoadedCentre centre, CommittedEvents events)
            throws InterruptedException {
        var mails = centre.waiting((int) (journalRate * seconds), Instant.now());
        int expected = events.threaded() + mails.size();
        events.startTiming();
        centre.send(mails, journalRate, _ -> {});
        if (!events.awaitThreaded(expected, PATIENCE, service::isAlive)) {
            return false;
        }
        report(String.format(
                Locale.ROOT,
                "journal → event at %.0f a second: %s",
                journalRate,
                percentiles(events.millisSinceJournal())));
        return true;
    }

    /** How long after its start the service, with all that waits, decides again. */
    private boolean restart(ServiceProcess service, LoadedCentre centre, CommittedEvents events)
            throws InterruptedException {
        int expected = events.threaded() + 1;
        long begun = System.nanoTime();
        centre.send(centre.waiting(1, Instant.now()), 0, _ -> {});
        if (!events.awaitThreaded(expected, PATIENCE, service::isAlive)) {
            return false;
        }
        report(String.format(
                Locale.ROOT, "restart with %,d mails known: %.1f s", expected - 1, (System.nanoTime() - begun) / 1e9));
        return true;
    }

    private static String percentiles(List<Long> millis) {
        var sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "p50 %,d ms, p99 %,d ms, max %,d ms (%,d)",
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.getLast(),
                sorted.size());
    }

    private void report(String line) {
        out.println("  " + line);
    }
}
