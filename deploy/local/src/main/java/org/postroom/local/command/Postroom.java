package org.postroom.local.command;

import org.postroom.local.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./postroom}. */
@Command(
        name = "./postroom",
        description = "Runs Postroom, an email contact centre, on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PrepareCommand.class,
            SuperviseCommand.class,
            LogsCommand.class,
            DemoCommand.class,
            OrganisationCommand.class,
            DeadLettersCommand.class,
            RebuildCommand.class,
            ReplayCommand.class,
            TimelineCommand.class,
            AuditCommand.class,
            ReparseCommand.class,
            TestCommand.class,
            ChaosCommand.class,
            FuzzCommand.class,
            SbomCommand.class,
            VulnerabilitiesCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Postroom 0.1.0-SNAPSHOT")
public final class Postroom {

    private Postroom() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Postroom()).setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackException || exception instanceof IllegalArgumentException) {
                command.getErr().println(new Terminal(command.getErr()).red(String.valueOf(exception.getMessage())));
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
    }
}
