package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts parts, one at a time for each caller, and waits until they can be used. */
final class PartStarter {

    /** How long a part may take to become ready. */
    static final Duration START_LIMIT = Duration.ofMinutes(4);

    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);

    private final Path logs;
    private final QuickStart quickStart;
    private final Roster roster;
    private final DataFolder data;

    PartStarter(StackOptions options, QuickStart quickStart, Roster roster) {
        this.logs = options.data().resolve("logs");
        this.quickStart = quickStart;
        this.roster = roster;
        this.data = new DataFolder(options.data());
    }

    /** Starts a part and returns when it is ready, or earlier when that is not worth waiting for any more. */
    void start(Part part, BooleanSupplier givenUp) throws InterruptedException {
        start(part, Optional.empty(), givenUp);
    }

    /**
     * Starts a part again that has ended by itself.
     *
     * @throws StackException when it does not become ready
     */
    void startAgain(Part part, PartProcess.End end, BooleanSupplier givenUp) throws InterruptedException {
        start(part, Optional.of(end), givenUp);
    }

    private void start(Part part, Optional<PartProcess.End> end, BooleanSupplier givenUp) throws InterruptedException {
        try {
            var child = PartProcess.start(part, logs, part.program().command(quickStart));
            roster.started(child, end);
            awaitReady(part, child.part(), givenUp);
        } catch (IOException e) {
            throw new StackException(data.cause() + part.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(Part part, PartProcess process, BooleanSupplier givenUp)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!part.probe().isReady()) {
            if (givenUp.getAsBoolean()) {
                return;
            }
            if (!process.isRunning()) {
                throw notReady(
                        part,
                        process,
                        "ended while it started: " + EndReason.of(roster.exitCode(part.name()), process));
            }
            if (System.nanoTime() > end) {
                throw notReady(part, process, "was not ready after " + START_LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(PROBE_PAUSE);
        }
    }

    private StackException notReady(Part part, PartProcess process, String what) throws IOException {
        return new StackException(data.cause() + part.name() + " " + what + ".\n\nIts log ends with:\n\n"
                + String.join("\n", LogLine.readable(process.tail()))
                + "\n\nThe whole log is " + process.log()
                + ". Mend what it names and run ./postroom up again.");
    }
}
