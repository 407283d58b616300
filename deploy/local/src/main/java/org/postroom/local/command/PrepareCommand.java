package org.postroom.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Preparation;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes every later start quick, once after a build. */
@Command(
        name = "prepare",
        description =
                "Makes later starts quick: starts and stops everything once, on ports and data of its own. up does it"
                        + " after a build.")
final class PrepareCommand implements Callable<Integer> {

    @Mixin
    private OutputOption output = new OutputOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut());
        new Preparation(StackOptions.sourceTree())
                .run(SuperviseCommand::program, output.isForPeople() ? new StepLines(terminal) : Progress.SILENT);
        return 0;
    }
}
