package org.postroom.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroom.local.chaos.Chaos;
import org.postroom.local.chaos.ChaosPlan;
import org.postroom.local.chaos.ChaosReport;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;
import org.postroom.local.stack.StackStart;
import org.postroom.local.stack.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks a stack of its own in every way it knows, while mail goes through it. */
@Command(
        name = "chaos",
        description =
                "Starts a stack of its own, breaks it in every way while mail goes through it, and gives an account of"
                        + " what became of the mail. The exit code is 0 when nothing was lost or doubled, 1 otherwise.")
final class ChaosCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int ORDERS = 1_000_000;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            paramLabel = "N",
            description = "How long things are broken; ${DEFAULT-VALUE} unless given.")
    private int minutes;

    @Option(
            names = "--rate",
            defaultValue = "2",
            paramLabel = "MAILS",
            description = "How many mails customers write in a second; ${DEFAULT-VALUE} unless given.")
    private double rate;

    @Option(names = "--order", paramLabel = "NUMBER", description = "Repeats the order of an earlier run.")
    private @Nullable Long order;

    @Option(names = "--keep", description = "Leaves the stack running, and its data, to look into what happened.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private volatile boolean promisesKept;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut());
        var plan =
                new ChaosPlan(Duration.ofMinutes(minutes), rate, order == null ? new Random().nextInt(ORDERS) : order);
        var data = Files.createTempDirectory("postroom-chaos-");
        terminal.say("Starting a stack of its own, with its data in " + data);
        var ending = Thread.ofPlatform().unstarted(() -> end(data, terminal));
        Runtime.getRuntime().addShutdownHook(ending);
        new StackStart(StackOptions.of(data, Ports.free()), SuperviseCommand.program(data)).await(Progress.SILENT);
        var report = Chaos.run(data, plan, line -> terminal.say(time() + "  " + line));
        promisesKept = report.isGood();
        return tell(report, terminal);
    }

    /** Also where the run fails, or is broken off. What could tell why a promise was not kept is never removed. */
    private void end(Path data, Terminal terminal) {
        if (keep) {
            terminal.say("The stack still runs. Look: ./postroom status --data " + data + ". Remove it: ./postroom down"
                    + " --purge --data " + data);
            return;
        }
        try {
            new Supervisor(data).stop();
            Stack.find(StackOptions.sourceTree(), data).ifPresent(Stack::close);
            if (promisesKept) {
                Stack.purge(data);
            } else {
                terminal.say("What the parts wrote, and the log, are kept in " + data + ". Remove them: ./postroom down"
                        + " --purge --data " + data);
            }
        } catch (InterruptedException | StackException left) {
            terminal.say(
                    "The stack of this run could not be removed: " + left.getMessage() + ". Its data is in " + data);
        }
    }

    private static String time() {
        return TIME.format(LocalTime.now(ZoneId.systemDefault()));
    }

    private static int tell(ChaosReport report, Terminal terminal) {
        report.lines().forEach(terminal::say);
        terminal.say("");
        terminal.say(report.isGood() ? "Every promise was kept." : "Not every promise was kept.");
        return report.isGood() ? 0 : 1;
    }
}
