package org.postroom.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one of routing-service's own programs that read the log, against a stack or any other broker. */
public final class RoutingProgram {

    private static final String BROKERS = "--bootstrap-servers";
    private static final String REGISTRY = "--registry";

    private RoutingProgram() {}

    /**
     * Runs it to its end; it speaks to whoever runs this.
     *
     * @param project the source tree, built
     * @param stack the stack whose broker and registry it reads where the arguments name no others
     * @param program its name: replay, timeline or audit
     * @param arguments its arguments
     * @return its exit code
     */
    public static int run(Path project, Optional<Stack> stack, String program, List<String> arguments)
            throws InterruptedException {
        try {
            return process(project, stack, program, arguments)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same, to be started by whoever wants to hear what it says. */
    public static ProcessBuilder process(Path project, Optional<Stack> stack, String program, List<String> arguments) {
        var jar = ServiceJar.of(project, Layout.ROUTING);
        if (Files.notExists(jar)) {
            throw new StackException("routing-service is not built: expected " + jar
                    + ". Run ./postroom up, or ./mvnw -Dquick package.");
        }
        return new ProcessBuilder(command(jar, stack, program, arguments));
    }

    static List<String> command(Path jar, Optional<Stack> stack, String program, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAMPercentage=50",
                "-XX:+UseParallelGC",
                "-XX:+PerfDisableSharedMem",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                program));
        command.addAll(arguments);
        stack.ifPresent(running -> {
            if (!names(arguments, BROKERS)) {
                command.add(BROKERS + "=" + running.servers().bootstrapServers(running.ports()));
            }
            if (!names(arguments, REGISTRY)) {
                command.add(REGISTRY + "=" + running.servers().registry(running.ports()));
            }
        });
        return command;
    }

    private static boolean names(List<String> arguments, String option) {
        return arguments.stream().anyMatch(each -> each.equals(option) || each.startsWith(option + "="));
    }
}
