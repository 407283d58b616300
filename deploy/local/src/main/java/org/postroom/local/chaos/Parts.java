package org.postroom.local.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;

/** The parts of the stack that is being broken, as their supervisor has started them the last time. */
final class Parts {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path data;

    Parts(Path data) {
        this.data = data;
    }

    /** Returns the stack as it is noted at this moment. */
    Stack stack() {
        return Stack.find(StackOptions.sourceTree(), data)
                .orElseThrow(() -> new StackException("The stack of this run in " + data + " has been removed."));
    }

    /** Returns a part's process, where it runs. */
    Optional<ProcessHandle> process(String part) {
        OptionalLong pid = stack().pid(part);
        return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
    }

    /** Waits until a part answers that it can be used; returns whether it did in time. */
    boolean awaitReady(String part, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!stack().isReady(part)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
