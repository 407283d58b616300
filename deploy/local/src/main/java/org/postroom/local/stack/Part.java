package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A part of the stack: a process.
 *
 * @param name its name in commands, such as {@code routing-service}
 * @param needs the names of the steps that must be done before it starts
 * @param ports the ports that it listens on
 * @param jar the built program, where the part is a service
 * @param program what to run
 * @param probe when it counts as ready
 * @param ending how it is asked to end
 */
record Part(
        String name,
        List<String> needs,
        List<Port> ports,
        Optional<Path> jar,
        Program program,
        Probe probe,
        Ending ending) {

    Part {
        needs = List.copyOf(needs);
        ports = List.copyOf(ports);
    }

    /** What a part runs. */
    @FunctionalInterface
    interface Program {

        /** Returns the command, after preparing what it needs on the disk. */
        List<String> command(QuickStart quickStart) throws IOException;
    }

    /** How a part is asked to end. */
    enum Ending {
        /** By SIGTERM. */
        TERMINATE,
        /** By SIGINT: PostgreSQL would wait for its clients otherwise. */
        INTERRUPT
    }
}
