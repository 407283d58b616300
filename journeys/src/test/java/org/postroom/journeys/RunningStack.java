package org.postroom.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return STACK.ports().addresses();
    }

    private static Stack start() {
        try {
            Path data = Files.createTempDirectory("postroom-journeys-");
            Stack stack = Stack.start(StackOptions.of(data, Ports.free()), Progress.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                if (System.getenv("POSTROOM_KEEP_JOURNEYS") == null) {
                    Stack.purge(data);
                }
            }));
            return stack;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
