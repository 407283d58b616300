package org.postroom.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.postroom.local.fuzz.FuzzTarget;
import org.postroom.local.fuzz.Fuzzer;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries inputs that nobody would write on what reads what strangers send. */
@Command(
        name = "fuzz",
        description =
                "Tries inputs that nobody would write on what reads what strangers send, and tells which of them break"
                        + " a promise. The exit code is 0 when none does, 1 otherwise.")
final class FuzzCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", description = "What is tried: authenticity, dialogue, mail or report.")
    private String name = "";

    @Option(
            names = "--minutes",
            defaultValue = "60",
            paramLabel = "N",
            description = "For how long; ${DEFAULT-VALUE} unless given.")
    private int minutes;

    @Option(
            names = "--keep",
            description = "Keeps the fewest inputs that go every way that was found, as test resources.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = StackOptions.sourceTree();
        FuzzTarget target = FuzzTarget.named(name, project);
        Fuzzer fuzzer = Fuzzer.of(project, target);
        boolean good = minutes == 0 || fuzzer.run(Duration.ofMinutes(minutes));
        if (keep) {
            fuzzer.keep();
        }
        new Terminal(spec.commandLine().getOut())
                .say(
                        good
                                ? "Every promise was kept."
                                : "Not every promise was kept. The inputs are in " + fuzzer.findings() + ".");
        return good ? 0 : 1;
    }
}
