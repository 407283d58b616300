package org.postroom.benchmarks.acceptance;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Floods one address from one sender, and tells how soon the mails of others are queued. */
@Command(
        name = "flooded-reception",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Starts a broker, a registry, inbound-mail-service and routing-service; lets many people write at a steady rate"
                        + " while one sender writes many times as much to the same address; and tells how soon after their 250"
                        + " the mails of the many were queued. The exit code is 0 where 95 in 100 took less than 10 s.")
public final class FloodedReception implements Callable<Integer> {

    private static final Duration BAR = Duration.ofSeconds(10);

    @Option(names = "--inbound", required = true, description = "inbound-mail-service's jar")
    private Path inbound = Path.of("");

    @Option(names = "--routing", required = true, description = "routing-service's jar")
    private Path routing = Path.of("");

    @Option(names = "--rate", description = "how many mails the many write in a second")
    private double rate = 5;

    @Option(names = "--times", description = "how many times as many the one writes")
    private int times = 20;

    @Option(names = "--seconds", description = "how long")
    private int seconds = 60;

    @Option(names = "--data", description = "a new folder for broker, mails and what the services say")
    private Path data = Path.of("flooded-reception-data");

    private final PrintStream out = System.out;

    private FloodedReception() {}

    /** Runs it with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FloodedReception()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createDirectory(data).toRealPath();
        FloodRun.Result result = FloodRun.run(new FloodRun.Plan(inbound, routing, rate, times, seconds), folder);
        out.printf(
                Locale.ROOT,
                "%d mails of the many, %d of them queued; %d of the one; %d times asked to come again%n",
                result.mails(),
                result.millis().size(),
                result.ofTheOne(),
                result.putOff());
        for (int percent : new int[] {50, 95, 100}) {
            out.printf(
                    Locale.ROOT,
                    "250 → queued, %d in 100 within %,d ms%n",
                    percent,
                    result.percentile(percent).toMillis());
        }
        out.printf(
                Locale.ROOT,
                "load at the end %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return result.isWhole() && result.percentile(95).compareTo(BAR) < 0 ? 0 : 1;
    }
}
