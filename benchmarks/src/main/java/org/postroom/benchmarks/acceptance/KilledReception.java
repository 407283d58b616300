package org.postroom.benchmarks.acceptance;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the reception in the middle of its work, over and over, and counts whether a mail was lost or doubled. */
@Command(
        name = "killed-reception",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Starts a broker, a registry, inbound-mail-service and routing-service; delivers mails of a kilobyte to four"
                        + " megabytes while inbound-mail-service is killed by SIGKILL at random moments and started again; and"
                        + " counts the mails that were accepted, that lie in the store as they were sent, and the interactions."
                        + " The exit code is 0 where all three are the number of mails, 1 otherwise.")
public final class KilledReception implements Callable<Integer> {

    private static final int ORDERS = 1_000_000;

    @Option(names = "--inbound", required = true, description = "inbound-mail-service's jar")
    private Path inbound = Path.of("");

    @Option(names = "--routing", required = true, description = "routing-service's jar")
    private Path routing = Path.of("");

    @Option(names = "--mails", description = "how many are delivered")
    private int mails = 1_000;

    @Option(names = "--kills", description = "how often inbound-mail-service is killed")
    private int kills = 100;

    @Option(names = "--order", description = "repeats the mails and moments of an earlier run")
    private @Nullable Long order;

    @Option(names = "--data", description = "a new folder for broker, mails and what the services say")
    private Path data = Path.of("killed-reception-data");

    private final PrintStream out = System.out;

    private KilledReception() {}

    /** Runs it with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KilledReception()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        long number = order == null ? new Random().nextInt(ORDERS) : order;
        Path folder = Files.createDirectory(data).toRealPath();
        long begun = System.nanoTime();
        KillBalance balance = KillRun.run(new KillRun.Plan(inbound, routing, mails, kills, number), folder, this::say);
        balance.lines().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "order %d, took %.0f s, load at the end %.1f%n",
                number,
                (System.nanoTime() - begun) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.println(balance.isGood() ? "Every mail was kept once." : "Not every mail was kept once.");
        return balance.isGood() ? 0 : 1;
    }

    private void say(String line) {
        out.printf(
                Locale.ROOT,
                "%s | load %.1f%n",
                line,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
