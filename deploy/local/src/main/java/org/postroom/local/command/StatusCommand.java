package org.postroom.local.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.postroom.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how each part is. */
@Command(
        name = "status",
        description = "Tells how each part is. The exit code is 0 when all are ready, 3 when none runs, 1 otherwise.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut());
        var stack = data.stack();
        if (stack.isEmpty() || stack.get().parts().stream().noneMatch(stack.get()::isRunning)) {
            terminal.say("Postroom is not running. Start it with ./postroom up");
            return NOT_RUNNING;
        }
        boolean allReady = true;
        for (var part : stack.get().parts()) {
            boolean ready = stack.get().isReady(part);
            allReady &= ready;
            terminal.say(line(terminal, stack.get(), part, ready));
        }
        terminal.say("");
        terminal.say("Running since " + stack.get().startedAt() + ", memory "
                + Terminal.megabytes(Overview.memory(stack.get())) + ".");
        return allReady ? 0 : 1;
    }

    private static String line(Terminal terminal, Stack stack, String part, boolean ready) {
        var ports = stack.portsOf(part).stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (!stack.isRunning(part)) {
            return "  " + terminal.red(String.format("%-22s stopped", part)) + "   see ./postroom logs " + part;
        }
        var state = ready ? terminal.green("ready    ") : terminal.red("not ready");
        return String.format(
                "  %-22s %s  port %-12s process %-8d %s",
                part,
                state,
                ports,
                stack.pid(part).orElse(0),
                Terminal.megabytes(stack.memory(part).orElse(0)));
    }
}
