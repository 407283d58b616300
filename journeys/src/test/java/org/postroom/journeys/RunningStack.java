package org.postroom.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackOptions;

/** One stack for all journeys of a build, on free ports and in a folder of its own, beside whatever else runs. */
final class RunningStack {

    private static final Stack STACK = start();

    private RunningStack() {}

    static Stack stack() {
        return STACK;
    }

    static StackAddresses addresses() {
        return STACK.addresses();
    }

    private static Stack start() {
        try {
            Path data = Files.createTempDirectory("postroom-journeys-");
            Stack stack = Stack.start(StackOptions.of(data, Ports.free()), Progress.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                keepLogs(data.resolve("logs"), Path.of("target", "logs"));
                if (System.getenv("POSTROOM_KEEP_JOURNEYS") == null) {
                    Stack.purge(data);
                }
            }));
            return stack;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a journey failed, what the services said about it is still there. */
    private static void keepLogs(Path from, Path to) {
        try (Stream<Path> logs = Files.list(from)) {
            Files.createDirectories(to);
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                Files.copy(log, to.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
