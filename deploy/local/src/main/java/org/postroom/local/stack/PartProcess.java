package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A part that was started as a process, perhaps by an earlier command.
 *
 * @param name the part's name
 * @param pid the process id
 * @param startedAt when the system started it; tells it from a later process with the same id
 * @param log the file with what it printed
 */
record PartProcess(String name, long pid, Instant startedAt, Path log) {

    private static final int TAIL_LINES = 15;

    /** Starts a part in a session of its own, so that it outlives the terminal. */
    static PartProcess start(Part part, Path logs, QuickStart quickStart) throws IOException {
        Files.createDirectories(logs);
        var log = logs.resolve(part.name() + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(part.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var process = new ProcessBuilder(detached(quickStart.command(part.command())))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        return new PartProcess(
                part.name(), process.pid(), startOf(process.toHandle()).orElse(Instant.EPOCH), log);
    }

    /** Returns the process while it runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> startOf(found).map(startedAt::equals).orElse(true));
    }

    boolean isRunning() {
        return handle().isPresent();
    }

    /** Asks the process to end, and ends it when it does not in time. Returns whether it ended by itself. */
    boolean stop(Duration patience) throws InterruptedException {
        var running = handle();
        if (running.isEmpty()) {
            return true;
        }
        running.get().destroy();
        if (ended(running.get().onExit(), patience)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends the process at once, as a power failure would. */
    void kill() throws InterruptedException {
        var running = handle();
        if (running.isPresent()) {
            running.get().destroyForcibly();
            ended(running.get().onExit(), Duration.ofSeconds(10));
        }
    }

    /** Returns the last lines of the log. */
    List<String> tail() throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }

    private static boolean ended(CompletableFuture<ProcessHandle> exit, Duration patience) throws InterruptedException {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process could not be awaited", e);
        }
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static List<String> detached(List<String> command) {
        var detached = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            detached.add("/usr/bin/setsid");
        } else {
            detached.add("nohup");
        }
        detached.addAll(command);
        return detached;
    }
}
