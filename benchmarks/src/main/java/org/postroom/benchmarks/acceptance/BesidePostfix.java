package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postroom.benchmarks.log.OwnLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how many mails the reception accepts, in turn with Postfix and with the same load generator. */
@Command(
        name = "beside-postfix",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Starts a broker, a registry, one or several inbound-mail-services and Debian's Postfix, which is fetched"
                        + " and unpacked, never installed; sends the same mails to each in turn; and tells how many each accepts in"
                        + " a second, as the median of the rounds, and what a mail costs. Needs root, since Postfix does.")
public final class BesidePostfix implements Callable<Integer> {

    private static final int SMALL = 5_000;
    private static final int MEDIUM = 50_000;
    private static final int LARGE = 1_000_000;

    @Option(names = "--service", required = true, description = "the service's jar; may be given several times")
    private List<Path> services = List.of();

    @Option(names = "--rounds", description = "how often each server has each turn")
    private int rounds = 5;

    @Option(names = "--scale", description = "how many times as many mails each run has")
    private double scale = 1;

    @Option(names = "--only", description = "measures only what has this in its name, such as: 5 kB, 10 sessions")
    private String only = "";

    @Option(names = "--warm-up", description = "mails to each service before anything is measured")
    private int warmUp = 10_000;

    @Option(names = "--java-option", description = "an option of the service's JVM; may be given several times")
    private List<String> javaOptions = List.of("-Xmx256m");

    @Option(names = "--setting", description = "a setting of the service, as --name=value; may be given several times")
    private List<String> settings = List.of("--postroom.inbound.authenticity.enabled=false");

    @Option(names = "--fetch", description = "the script that fetches Postfix")
    private Path fetch = Path.of("benchmarks/src/main/sh/fetch-postfix.sh");

    @Option(names = "--data", description = "a folder for Postfix, mails, broker and what the services say")
    private Path data = Path.of("beside-postfix-data");

    private final PrintStream out = System.out;

    private BesidePostfix() {}

    /** Runs the measurement with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BesidePostfix()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createDirectories(data).toRealPath();
        Path postfix = folder.resolve("postfix");
        if (new ProcessBuilder(fetch.toString(), postfix.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            return 1;
        }
        // Postfix's processes are other users, and have to get there.
        Path run = Files.createDirectory(
                folder.resolve("run-" + ProcessHandle.current().pid()));
        Path root = postfix.resolve("root");
        try (var log = OwnLog.start(Files.createDirectory(run.resolve("log")), 4)) {
            ReceivingDomain.write(log);
            List<AcceptingServer> servers = new ArrayList<>();
            try {
                servers.add(Postfix.start(root, Files.createDirectory(run.resolve("postfix")), ReceivingDomain.NAME));
                for (int number = 0; number < services.size(); number++) {
                    Path own = Files.createDirectory(run.resolve("service-" + number));
                    String name = services.size() == 1 ? "Postroom" : "Postroom " + (number + 1);
                    var program = new Inbound.Program(services.get(number), javaOptions, settings);
                    servers.add(Inbound.start(name, program, own, log));
                }
                measure(servers, new LoadTool(root));
            } finally {
                for (AcceptingServer server : servers) {
                    server.close();
                }
            }
        }
        return 0;
    }

    private void measure(List<AcceptingServer> servers, LoadTool tool) throws IOException, InterruptedException {
        for (AcceptingServer server : servers) {
            tool.awaitReady(server);
            tool.run(new Cell(SMALL, 20, true, server instanceof Postfix ? 500 : warmUp), server);
            // A connection for each mail has code of its own to be compiled: as much of it as of mails.
            tool.run(new Cell(SMALL, 20, false, server instanceof Postfix ? 500 : warmUp), server);
            tool.run(new Cell(MEDIUM, 20, false, server instanceof Postfix ? 500 : warmUp / 4), server);
        }
        for (Cell cell : cells()) {
            if (!cell.name().contains(only)) {
                continue;
            }
            Map<AcceptingServer, List<Run>> runs = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (AcceptingServer server : servers) {
                    runs.computeIfAbsent(server, absent -> new ArrayList<>()).add(run(cell, server, tool));
                }
            }
            report(cell, runs);
        }
        for (AcceptingServer server : servers) {
            out.printf(Locale.ROOT, "%s: %d MB of memory%n", server.name(), server.memory() / 1_048_576);
        }
    }

    private List<Cell> cells() {
        return List.of(
                cell(SMALL, 10, false, 2_000),
                cell(SMALL, 10, true, 3_000),
                cell(SMALL, 100, false, 3_000),
                cell(MEDIUM, 10, false, 1_500),
                cell(MEDIUM, 10, true, 1_500),
                cell(MEDIUM, 100, false, 1_500),
                cell(MEDIUM, 1, false, 500),
                cell(LARGE, 10, false, 200));
    }

    private Cell cell(int size, int sessions, boolean keptOpen, int mails) {
        return new Cell(size, sessions, keptOpen, (int) (mails * scale));
    }

    /** What one run told: mails accepted in a second, and the processor time of each. */
    private record Run(double rate, double millis) {}

    private static Run run(Cell cell, AcceptingServer server, LoadTool tool) throws IOException, InterruptedException {
        Duration before = server.processorTime();
        double rate = tool.run(cell, server);
        Duration used = server.processorTime().minus(before);
        return new Run(rate, used.toNanos() / 1e6 / cell.mails());
    }

    private void report(Cell cell, Map<AcceptingServer, List<Run>> runs) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-36s", cell.name()));
        double yardstick = 0;
        for (Map.Entry<AcceptingServer, List<Run>> server : runs.entrySet()) {
            double rate = median(server.getValue().stream().map(Run::rate).toList());
            double millis = median(server.getValue().stream().map(Run::millis).toList());
            line.append(String.format(
                    Locale.ROOT, " | %s %,6.0f/s %.2f ms", server.getKey().name(), rate, millis));
            if (yardstick == 0) {
                yardstick = rate;
            } else {
                line.append(String.format(Locale.ROOT, " = %.2f ×", rate / yardstick));
            }
        }
        out.printf(
                Locale.ROOT,
                "%s | load %.1f%n",
                line,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
