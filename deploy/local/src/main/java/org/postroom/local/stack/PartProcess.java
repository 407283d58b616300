package org.postroom.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.postroom.local.host.Folders;
import org.postroom.local.host.Processes;
import org.postroom.local.host.Signals;

/**
 * A part that was started as a process, perhaps by an earlier command.
 *
 * @param name the part's name
 * @param pid the process id
 * @param startedAt when the system started it; tells it from a later process with the same id
 * @param log the file with what it printed
 * @param restarts how often it was started again by itself
 * @param lastEnd how the process before it ended, where there was one that was not asked to
 */
record PartProcess(String name, long pid, Instant startedAt, Path log, int restarts, Optional<End> lastEnd) {

    private static final int TAIL_LINES = 15;
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /**
     * How a process ended that nobody had asked to.
     *
     * @param at when
     * @param why in words for people
     */
    record End(Instant at, String why) {}

    /** A process that this JVM has started, and that can tell it how it ended. */
    record Child(PartProcess part, Process process) {}

    /** Starts a part in a session of its own, so that it outlives the terminal. */
    static Child start(Part part, Path logs, List<String> command) throws IOException {
        Folders.makePrivate(logs);
        var log = logs.resolve(part.name() + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(part.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var process = detached(command, log).start();
        var started = Processes.startOf(process.toHandle());
        return new Child(new PartProcess(part.name(), process.pid(), started, log, 0, Optional.empty()), process);
    }

    /** Returns what starts a command in a session of its own, with all that it prints in a file. */
    static ProcessBuilder detached(List<String> command, Path log) {
        var detached = new ArrayList<String>();
        detached.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
        detached.addAll(command);
        return new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
    }

    PartProcess after(End end, int restartsBefore) {
        return new PartProcess(name, pid, startedAt, log, restartsBefore + 1, Optional.of(end));
    }

    /** Returns the process while it runs. */
    Optional<ProcessHandle> handle() {
        return Processes.find(pid, startedAt);
    }

    boolean isRunning() {
        return handle().isPresent();
    }

    /** Asks the process to end, and ends it when it does not in time. Returns whether it ended by itself. */
    boolean stop(Part.Ending ending, Duration patience) throws InterruptedException {
        var running = handle();
        if (running.isEmpty()) {
            return true;
        }
        switch (ending) {
            case TERMINATE -> running.get().destroy();
            case INTERRUPT -> Signals.interrupt(running.get());
        }
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
            ended(running.get().onExit(), KILL_LIMIT);
        }
    }

    /** Returns the last lines of the log. */
    List<String> tail() throws IOException {
        return tail(log, TAIL_LINES);
    }

    /** Returns the last lines of a log, though one may not be text throughout. */
    static List<String> tail(Path log, int count) throws IOException {
        if (Files.notExists(log)) {
            return List.of();
        }
        var lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
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
}
