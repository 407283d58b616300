package org.postroom.local.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that says which stack a command is about. */
final class DataOption {

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            description = "The folder of all data, logs and process ids; .postroom in the source tree unless given. A"
                    + " second stack needs its own.")
    private @Nullable Path folder;

    Path folder() {
        return folder == null ? StackOptions.sourceTree().resolve(".postroom") : folder.toAbsolutePath();
    }

    Optional<Stack> stack() {
        return Stack.find(StackOptions.sourceTree(), folder());
    }
}
