package org.postroom.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.postroom.local.stack.Preparation;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--if-worthwhile",
            description = "Only where most programs are new; a few that are not prepared start a little slower.")
    private boolean ifWorthwhile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut(), output.isForPeople());
        var preparation = new Preparation(StackOptions.sourceTree());
        if (ifWorthwhile && !preparation.isWorthwhile()) {
            return 0;
        }
        terminal.say(
                "Preparing the programs for quick starts. This usually takes a minute and a half, once after a build.");
        preparation.run(
                SuperviseCommand::program, output.progress(spec.commandLine().getOut()));
        return 0;
    }
}
