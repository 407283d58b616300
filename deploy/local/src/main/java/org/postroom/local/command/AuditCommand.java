package org.postroom.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postroom.local.stack.RoutingProgram;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Draws the balance of what was accepted, by routing-service's own program, which has the options and explains them. */
@Command(
        name = "audit",
        description =
                "Holds what was accepted against what became of it, by the log alone, and names what has come to no end or to two;"
                        + " ./postroom audit --help shows its options. Reads this stack's log unless --bootstrap-servers and"
                        + " --registry name another.")
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return RoutingProgram.run(StackOptions.sourceTree(), data.stack(), "audit", arguments);
    }
}
