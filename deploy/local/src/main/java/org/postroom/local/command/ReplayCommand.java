package org.postroom.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.RoutingProgram;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Has the journal decided upon again, by routing-service's own program, which has the options and explains them. */
@Command(
        name = "replay",
        description =
                "Decides upon the routing journal again, writes nothing, and tells whether all is as it stands in the log;"
                        + " ./postroom replay --help shows its options. Reads this stack's log unless --bootstrap-servers and --registry"
                        + " name another.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return RoutingProgram.run(StackOptions.sourceTree(), data.stack(), "replay", arguments);
    }
}
