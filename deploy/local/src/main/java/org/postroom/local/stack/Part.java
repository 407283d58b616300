package org.postroom.local.stack;

import java.util.List;

/**
 * A part of the stack: a process.
 *
 * @param name its name in commands, such as {@code routing-service}
 * @param needs the names of the steps that must be done before it starts
 * @param ports the ports that it listens on
 * @param command what to run
 * @param probe when it counts as ready
 */
record Part(String name, List<String> needs, List<Port> ports, List<String> command, Probe probe) {

    Part {
        needs = List.copyOf(needs);
        ports = List.copyOf(ports);
        command = List.copyOf(command);
    }
}
