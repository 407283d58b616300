package org.postroom.routing.replay.kafka;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.LaterDecisionVersionException;
import org.postroom.routing.replay.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code replay}. */
@Command(
        name = "replay",
        description = {
            "Decides upon the routing journal again, with this release and without writing anything, and compares what comes of it"
                    + " with what stands in the log.",
            "Ends with 0 where all is equal, with 1 where something differs, and with 2 where it could not be found out."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final int UNKNOWN = 2;
    private static final int WIDTH = 30;

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = "routing-service",
            description =
                    "The consumer group of routing-service, which tells how far it has decided; ${DEFAULT-VALUE}.")
    private String group = "";

    @Option(names = "--organisation", paramLabel = "ID", description = "Only this organisation.")
    private @Nullable String organisation;

    @Option(names = "--interaction", paramLabel = "ID", description = "Compare only what happened to this interaction.")
    private @Nullable String interaction;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Compare from this moment on, such as 2026-11-27T08:00:00Z.")
    private Instant from = Instant.MIN;

    @Option(names = "--to", paramLabel = "TIME", description = "End before this moment.")
    private @Nullable Instant to;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "Keep what is known at the end, so that a later replay can begin there. It has customers' addresses.")
    private @Nullable Path save;

    @Option(names = "--begin", paramLabel = "FILE", description = "Begin with what an earlier replay kept with --save.")
    private @Nullable Path begin;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "How many partitions are replayed at once; as many as there are processors unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command, to be run with its arguments. */
    public static CommandLine commandLine() {
        return new CommandLine(new ReplayCommand()).setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof KafkaException
                    || failure instanceof IOException
                    || failure instanceof LaterDecisionVersionException) {
                command.getErr().println("Could not replay: " + failure.getMessage());
                return UNKNOWN;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected --threads of at least 1, but got " + threads);
        }
        if (save != null && interaction != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected --save without --interaction, since it keeps what is known of all");
        }
        var connections = log.connections();
        var selection = new Selection(organisation, interaction, from);
        var report = new Replay(connections, selection, to, group, threads).run(begin, save, this::show);
        tell(report);
        return report.findings().isEqual() ? 0 : DIFFERENT;
    }

    private void show(double share) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            int full = (int) Math.floor(share * WIDTH);
            var out = spec.commandLine().getErr();
            out.print("\r" + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + (int) Math.floor(share * 100) + " %");
            out.print(share >= 1 ? "\r\u001b[K" : "");
            out.flush();
        }
    }

    private void tell(Replay.Report report) {
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Decided again upon %,d records of %,d organisations in %.1f s, %,d a second.%n",
                report.records(),
                report.organisations(),
                report.took().toMillis() / 1000.0,
                perSecond(report.records(), report.took()));
        Findings found = report.findings();
        if (found.isEqual()) {
            out.printf(Locale.ROOT, "All %,d events are as they stand in the log.%n", found.equal());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d events are as they stand in the log, %,d say something else, %,d are only in the log, and %,d only in the"
                            + " replay.%n",
                    found.equal(),
                    found.otherwise(),
                    found.onlyLogged(),
                    found.onlyReplayed());
        }
        if (found.first() != null) {
            out.println("The first difference: " + found.first().describe());
        }
        out.flush();
    }

    private static long perSecond(long records, Duration took) {
        return Math.round(records / Math.max(0.001, took.toMillis() / 1000.0));
    }
}
