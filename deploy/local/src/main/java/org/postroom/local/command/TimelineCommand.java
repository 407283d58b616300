package org.postroom.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.RoutingProgram;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Tells the story of an interaction or a mail, by routing-service's own program, which has the options and explains them. */
@Command(
        name = "timeline",
        description =
                "Tells everything that happened to an interaction or a mail, in order, each event with its place in the log;"
                        + " ./postroom timeline --help shows its options. Reads this stack's log unless --bootstrap-servers and"
                        + " --registry name another.")
final class TimelineCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return RoutingProgram.run(StackOptions.sourceTree(), data.stack(), "timeline", arguments);
    }
}
