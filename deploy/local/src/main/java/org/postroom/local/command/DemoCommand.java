package org.postroom.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.demo.Demo;
import org.postroom.local.demo.DemoStoppedException;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does the main job on a real message and tells it. */
@Command(
        name = "demo",
        description = "Does the main job on a real message, step by step. It can be repeated, also while others work.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var stack = data.stack()
                .filter(found -> found.parts().stream().anyMatch(found::isRunning))
                .orElseThrow(() -> new StackException("Postroom is not running. Start it with ./postroom up"));
        var ended =
                stack.parts().stream().filter(part -> !stack.isRunning(part)).toList();
        if (!ended.isEmpty()) {
            throw new StackException("The demonstration needs all parts, but " + String.join(", ", ended)
                    + (ended.size() == 1 ? " does" : " do")
                    + " not run. Start with ./postroom up what is missing; what was said last: "
                    + logsOf(ended));
        }
        try {
            Demo.run(stack.addresses(), data.folder(), spec.commandLine().getOut());
            return 0;
        } catch (DemoStoppedException stopped) {
            throw new StackException("\n" + stopped.getMessage() + notReady(stack), stopped);
        }
    }

    /** The parts that do not answer now, of which one may be behind what the demonstration met. */
    private static String notReady(Stack stack) throws InterruptedException {
        var silent = new ArrayList<String>();
        for (var part : stack.parts()) {
            if (!stack.isReady(part)) {
                silent.add(part);
            }
        }
        return silent.isEmpty()
                ? ""
                : "\n  Not ready at this moment: " + String.join(", ", silent) + " (" + logsOf(silent) + ")";
    }

    private static String logsOf(List<String> parts) {
        return "./postroom logs " + String.join(", ./postroom logs ", parts);
    }
}
