package org.postroom.local.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;
import org.postroom.local.stack.StackStart;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack. */
@Command(
        name = "up",
        description =
                "Starts everything that does not run, waits until it is ready, and prints where it is. The exit code is"
                        + " 0 when all is ready, 1 otherwise.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @ArgGroup(exclusive = false)
    private ServersOption servers = new ServersOption();

    @Option(
            names = "--ports",
            paramLabel = "default|free|OFFSET",
            defaultValue = "default",
            description = "The usual ports, any free ones, or the usual ones plus a number.")
    private String ports = "default";

    /** Obeyed by the script, before there is a program to read it. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = "--no-build",
            description =
                    "Start what is built, without looking whether it is up to date; for a folder that cannot be written.")
    private boolean asBuilt;

    @Option(names = "--only", hidden = true, split = ",", description = "Start only these parts.")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var options =
                new StackOptions(StackOptions.sourceTree(), data.folder(), Ports.parse(ports), only, servers.servers());
        var start = new StackStart(options, SuperviseCommand.program(data.folder()));
        if (output.isForPeople()) {
            forPeople(start, new Terminal(out));
        } else if (output.isJson()) {
            forPrograms(start, new JsonLines(out));
        } else {
            start.await(Progress.SILENT);
        }
        return 0;
    }

    private void forPeople(StackStart start, Terminal terminal) throws InterruptedException {
        var running = data.stack().filter(Stack::isUp);
        if (running.isPresent() && isComplete(running.get())) {
            terminal.say("Postroom is running already, since "
                    + Terminal.time(running.get().startedAt()) + ".");
            new Overview(terminal).print(running.get());
            return;
        }
        terminal.say(
                running.isPresent()
                        ? "Starting what of Postroom does not run or does not answer."
                        : "Starting Postroom. This usually takes half a minute, the first time a little longer.");
        long begun = System.nanoTime();
        var stack = start.await(new StepLines(terminal));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        terminal.say(terminal.bold("Postroom is ready") + " after " + Terminal.seconds(took) + " and takes "
                + Terminal.megabytes(stack.memory()) + " of memory.");
        new Overview(terminal).print(stack);
    }

    private static void forPrograms(StackStart start, JsonLines lines) throws InterruptedException {
        try {
            var stack = start.await(lines);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ready", true);
            result.put("memoryBytes", stack.memory());
            result.put("addresses", Overview.addresses(stack));
            lines.say(result);
        } catch (StackException e) {
            lines.say(Map.of("ready", false, "problem", String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static boolean isComplete(Stack stack) throws InterruptedException {
        var missing = new ArrayList<String>();
        for (var part : stack.parts()) {
            if (!stack.isReady(part)) {
                missing.add(part);
            }
        }
        return missing.isEmpty();
    }
}
