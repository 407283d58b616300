package org.postroom.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postroom.local.host.Folders;
import org.postroom.local.host.Processes;
import org.postroom.local.host.SecretFile;
import org.postroom.local.http.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that starts the parts of a stack, is their parent, and starts again what ends by itself. It is asked to do so by
 * a file, tells how it gets on in the stack's file, and ends the stack when it is terminated. One runs for each data folder.
 */
public final class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration END_LIMIT = Duration.ofSeconds(150);

    private final Path data;

    /**
     * What a supervisor is asked to do.
     *
     * @param options what to start
     * @param recordings where the parts write archives of their classes, where they are to
     */
    private record Request(StackOptions options, Optional<Path> recordings) {}

    /** Speaks of the supervisor of the stack in a data folder. */
    public Supervisor(Path data) {
        this.data = data.toAbsolutePath();
    }

    /**
     * Begins one as a process of its own.
     *
     * @param program the main class and its arguments, which end in {@link #run}
     * @param quickStart how it is laid out; where it records, the parts are recorded, too
     * @throws StackException where the data folder cannot be used
     */
    ProcessHandle launch(StackOptions options, List<String> program, QuickStart quickStart) {
        new DataFolder(data).prepare();
        try {
            Files.deleteIfExists(failureFile());
            unsettle();
            SecretFile.write(
                    requestFile(), Json.MAPPER.writeValueAsString(new Request(options, quickStart.recordings())));
            var logs = Folders.makePrivate(data.resolve("logs"));
            var command = new ArrayList<>(JavaCommand.of(Layout.SUPERVISOR, data));
            command.add("-Dlogback.configurationFile=org/postroom/local/logback-process.xml");
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(program);
            var quick = quickStart.command(Layout.SUPERVISOR, command);
            return PartProcess.detached(quick, logs.resolve("supervisor.log"))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new StackException(
                    new DataFolder(data).cause() + "The start could not be begun: " + e.getMessage(), e);
        }
    }

    /** A stack that was left without a supervisor is not up any more until the next one says so. */
    private void unsettle() throws IOException {
        var file = new StackFile(data);
        var left = file.read();
        if (left.isPresent()) {
            file.write(left.get().starting());
        }
    }

    /** Returns the process that watches the stack, if it runs. */
    public Optional<ProcessHandle> process() {
        try {
            var written = Files.readString(processFile()).strip().split(" ", 2);
            return Processes.find(Long.parseLong(written[0]), Instant.parse(written[1]));
        } catch (IOException
                | NumberFormatException
                | ArrayIndexOutOfBoundsException
                | DateTimeParseException neverRan) {
            return Optional.empty();
        }
    }

    /** Returns the memory that it takes, in bytes, where the system tells. */
    public OptionalLong memory() {
        return process().map(Memory::alone).orElse(OptionalLong.empty());
    }

    /** Returns what a supervisor that has ended says of why, in words for people. */
    public String failure() {
        try {
            return Files.readString(failureFile()).strip();
        } catch (IOException saidNothing) {
            return new DataFolder(data).cause() + "What starts and watches the parts has ended. Its log ends with:\n\n"
                    + String.join("\n", LogLine.readable(lastLines())) + "\n\nRun ./postroom up again.";
        }
    }

    /**
     * Ends the stack by its supervisor, and waits for both.
     *
     * @return whether a supervisor ran, and has ended in time
     */
    public boolean stop() throws InterruptedException {
        var running = process();
        if (running.isEmpty()) {
            return false;
        }
        running.get().destroy();
        try {
            running.get().onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            running.get().destroyForcibly();
            return false;
        }
    }

    /**
     * Starts and watches, in the process that was begun for it. Returns only where the start fails; else the process ends by
     * being terminated.
     *
     * @return the process's exit code
     */
    public int run() throws IOException, InterruptedException {
        try (var channel = FileChannel.open(
                        data.resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                Files.writeString(
                        failureFile(), "Another ./postroom up is starting this stack. Wait until it has done so.");
                return 1;
            }
            return runAlone(lock);
        }
    }

    private int runAlone(FileLock lock) throws IOException, InterruptedException {
        var self = ProcessHandle.current();
        SecretFile.write(processFile(), self.pid() + " " + Processes.startOf(self));
        var request = Json.MAPPER.readValue(Files.readString(requestFile()), Request.class);
        var store = request.options().programs();
        var quickStart = request.recordings()
                .map(folder -> QuickStart.recording(store, folder))
                .orElseGet(() -> QuickStart.using(store));
        Stack stack;
        try {
            stack = Stack.start(request.options(), quickStart, Progress.SILENT);
        } catch (StackException e) {
            Files.writeString(failureFile(), String.valueOf(e.getMessage()));
            return 1;
        }
        var supervision = stack.supervise();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            supervision.close();
            stack.close();
            keepRecordings(quickStart);
            ended.countDown();
        }));
        System.gc();
        ended.await();
        lock.release();
        return 0;
    }

    private static void keepRecordings(QuickStart quickStart) {
        try {
            quickStart.keepRecordings();
        } catch (IOException e) {
            log.warn("What the parts wrote for quicker starts is lost", e);
        }
    }

    private List<String> lastLines() {
        try {
            return PartProcess.tail(data.resolve("logs/supervisor.log"), 15);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path processFile() {
        return data.resolve("supervisor.pid");
    }

    private Path requestFile() {
        return data.resolve("start.json");
    }

    private Path failureFile() {
        return data.resolve("failure.txt");
    }
}
