package org.postroom.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Builds from clean and runs every test. The work is in the script, since a clean build removes the program that this class
 * is part of.
 */
@Command(
        name = "test",
        description = "Builds from clean and runs every test; further arguments go to Maven. A browser is provided.")
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Arguments for Maven.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(StackOptions.sourceTree().resolve("postroom").toString());
        command.add("test");
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
