package org.postroom.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Is what {@code up} leaves behind: starts the parts, watches them, and stops them when it is terminated. */
@Command(name = "supervise", hidden = true, description = "Starts and watches the parts, as up asked for.")
final class SuperviseCommand implements Callable<Integer> {

    private static final String NAME = "supervise";

    @Mixin
    private DataOption data = new DataOption();

    /** Returns the main class and the arguments that run this command. */
    static List<String> program(Path data) {
        return List.of(Postroom.class.getName(), NAME, "--data", data.toString());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Supervisor(data.folder()).run();
    }
}
