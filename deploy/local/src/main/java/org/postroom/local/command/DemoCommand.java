package org.postroom.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.postroom.local.demo.Demo;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does the main job on a real message and tells it. */
@Command(name = "demo", description = "Does the main job on a real message, step by step. It can be repeated.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var stack = data.stack()
                .filter(running -> running.parts().stream().allMatch(running::isRunning))
                .orElseThrow(() -> new StackException("Postroom is not running. Start it with ./postroom up"));
        try {
            Demo.run(stack.addresses(), spec.commandLine().getOut());
            return 0;
        } catch (IOException | TimeoutException failed) {
            throw new StackException(
                    "The demonstration stopped: " + failed.getMessage() + ". See ./postroom status and ./postroom logs",
                    failed);
        }
    }
}
