package org.postroom.local.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Preparation;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackOptions;
import org.postroom.local.stack.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the stack. */
@Command(name = "down", description = "Stops everything. The data stays unless --purge is given.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--purge", description = "Remove all data, too.")
    private boolean purge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut(), output.isForPeople());
        terminal.hint("Stopping …");
        boolean ran = new Supervisor(data.folder()).stop();
        var left = data.stack();
        left.ifPresent(Stack::close);
        terminal.say(ran || left.isPresent() ? "Postroom is stopped." : "Postroom is not running.");
        new Preparation(StackOptions.sourceTree()).endLost();
        if (purge) {
            Stack.purge(data.folder());
            terminal.say("Its data in " + data.folder() + " is removed.");
        }
        if (output.isJson()) {
            new JsonLines(spec.commandLine().getOut()).say(Map.of("stopped", true, "purged", purge));
        }
        return 0;
    }
}
