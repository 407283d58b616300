package org.postroom.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * Runs the tests. The work is in the script, since a clean build removes the program that this class is part of; here is
 * what it says about itself.
 */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        customSynopsis = "./postroom test [--quick] [ARGUMENT...]",
        description = "Builds from clean and runs every test; further arguments go to Maven. A browser is provided."
                + " Ends with each test that was skipped, and why.")
final class TestCommand implements Callable<Integer> {

    @Option(
            names = "--quick",
            description = "Only the tests that need no started part, in what is built already: a few minutes.")
    private boolean quick;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(StackOptions.sourceTree().resolve("postroom").toString());
        command.add("test");
        if (quick) {
            command.add("--quick");
        }
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
