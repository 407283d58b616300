package org.postroom.benchmarks.readmodel;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.readmodels.ConsoleReadModels;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast a console fills its read models, follows the log, and makes them anew. */
@Command(
        name = "read-model-speed",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Starts a broker, a registry and PostgreSQL in a new folder, writes interactions, and lets one console"
                        + " after the other, each with a database of its own, fill its read models from them, follow more, and make"
                        + " them anew where it can.")
public final class ReadModelSpeed implements Callable<Integer> {

    private static final int PARTITIONS = 12;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final List<String> MODELS = List.of("desk", "timeline");

    @Option(names = "--console", required = true, description = "a console's jar; several are measured in turn")
    private List<Path> consoles = new ArrayList<>();

    @Option(names = "--events", description = "how many events the log has when a console starts")
    private int events = 300_000;

    @Option(names = "--rate", description = "how many events a second are written for a console to follow")
    private int rate = 5_000;

    @Option(names = "--seconds", description = "for how long they are written")
    private int seconds = 20;

    @Option(names = "--limit", description = "how many seconds a console may fill its read models")
    private int limit = 60;

    @Option(names = "--data", description = "a new folder for the servers")
    private Path data = Path.of("read-model-speed-data");

    private final PrintStream out = System.out;

    private ReadModelSpeed() {}

    /** Runs the measurement with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReadModelSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data.resolve("broker"));
        try (var log = OwnLog.start(data.resolve("broker"), PARTITIONS);
                var database = LocalDatabase.start(
                        StackOptions.programs(StackOptions.sourceTree()), data.resolve("database"), 0)) {
            Map<String, Object> settings = log.clients();
            settings.put("linger.ms", 5);
            try (var interactions = new Interactions(settings)) {
                while (interactions.events() < events) {
                    interactions.write();
                }
                interactions.settle();
                for (int number = 0; number < consoles.size(); number++) {
                    String url = database.database("console" + number);
                    Path jar = consoles.get(number);
                    try (var console = ConsoleProcess.start(
                            jar, data, url, LocalDatabase.USER, log.bootstrapServers(), log.registryUrl())) {
                        out.println(jar);
                        measure(console, url, interactions);
                    }
                }
            }
        }
        return 0;
    }

    private void measure(ConsoleProcess console, String url, Interactions interactions) throws SQLException {
        long all = interactions.events();
        while (console.shown() == 0) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        long before = console.shown();
        long begun = System.nanoTime();
        long shown = await(console, all, Duration.ofSeconds(limit));
        out.printf("  filling     %,8d events a second%n", rate(shown - before, begun));
        if (shown < all) {
            return;
        }
        follow(console, interactions);
        rebuild(new ConsoleReadModels(url, LocalDatabase.USER, "none"), interactions.events());
    }

    private void follow(ConsoleProcess console, Interactions interactions) throws SQLException {
        long begun = System.nanoTime();
        long first = interactions.events();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            long due = first + (long) ((System.nanoTime() - begun) / 1e9 * rate);
            while (interactions.events() < due) {
                interactions.write();
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        interactions.settle();
        long behind = interactions.events() - console.shown();
        out.printf(
                "  following   %,8d events a second were written; %,d were not shown yet at the end%n",
                rate(interactions.events() - first, begun), behind);
        await(console, interactions.events(), Duration.ofSeconds(limit));
        out.printf(
                "              %,8d events a second until all were shown%n",
                rate(interactions.events() - first, begun));
    }

    private void rebuild(ConsoleReadModels console, long all) {
        for (String model : MODELS) {
            long begun = System.nanoTime();
            int replaced = console.rebuild(model).orElseThrow();
            while (console.status().stream()
                    .noneMatch(each -> each.model().equals(model) && each.serves() && each.generation() != replaced)) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            out.printf("  rebuilding  %,8d events a second of the log, %s%n", rate(all, begun), model);
        }
    }

    /** Waits until so many events are shown, but not for ever; returns how many are. */
    private static long await(ConsoleProcess console, long wanted, Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        long shown = console.shown();
        while (shown < wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            shown = console.shown();
        }
        return shown;
    }

    private static long rate(long events, long begunNanos) {
        return Math.round(events / ((System.nanoTime() - begunNanos) / 1e9));
    }
}
