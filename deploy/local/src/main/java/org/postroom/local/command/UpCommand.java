package org.postroom.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack. */
@Command(name = "up", description = "Starts everything, waits until it is ready, and prints where it is.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ports",
            paramLabel = "default|free|OFFSET",
            defaultValue = "default",
            description = "The usual ports, any free ones, or the usual ones plus a number.")
    private String ports = "default";

    @Option(names = "--only", hidden = true, split = ",", description = "Start only these parts.")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = new Terminal(spec.commandLine().getOut());
        var running = data.stack();
        if (running.isPresent() && running.get().parts().stream().allMatch(running.get()::isRunning)) {
            terminal.say("Postroom is running already, since " + running.get().startedAt() + ".");
            new Overview(terminal).print(running.get());
            return 0;
        }
        terminal.say(running.isPresent() ? "Starting what of Postroom does not run." : "Starting Postroom.");
        long start = System.nanoTime();
        var options = new StackOptions(StackOptions.sourceTree(), data.folder(), Ports.parse(ports), only);
        var stack = Stack.start(options, new Lines(terminal));
        var took = Duration.ofNanos(System.nanoTime() - start);
        terminal.say(terminal.bold("Postroom is ready") + " after " + Terminal.seconds(took) + " and takes "
                + Terminal.megabytes(Overview.memory(stack)) + " of memory.");
        new Overview(terminal).print(stack);
        return 0;
    }

    /** A line for each step that is done, and while somebody looks what is being waited for. */
    private static final class Lines implements Progress {

        private final Terminal terminal;
        private final Set<String> waiting = new TreeSet<>();

        Lines(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void starting(String step) {
            waiting.add(step);
            hint();
        }

        @Override
        public void ready(String step, Duration took) {
            waiting.remove(step);
            terminal.say("  " + terminal.green("✓") + String.format(" %-22s ", step)
                    + terminal.grey(Terminal.seconds(took)));
            hint();
        }

        private void hint() {
            terminal.hint("  … " + String.join(", ", waiting));
        }
    }
}
