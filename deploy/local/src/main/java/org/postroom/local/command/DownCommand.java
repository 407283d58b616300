package org.postroom.local.command;

import java.util.concurrent.Callable;
import org.postroom.local.stack.Stack;
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

    @Option(names = "--purge", description = "Remove all data, too.")
    private boolean purge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = new Terminal(spec.commandLine().getOut());
        var stack = data.stack();
        if (stack.isPresent()) {
            terminal.hint("Stopping …");
            stack.get().stopAll(part -> terminal.say("  stopped " + part));
            terminal.say("Postroom is stopped.");
        } else {
            terminal.say("Postroom is not running.");
        }
        if (purge) {
            Stack.purge(data.folder());
            terminal.say("Its data in " + data.folder() + " is removed.");
        }
        return 0;
    }
}
