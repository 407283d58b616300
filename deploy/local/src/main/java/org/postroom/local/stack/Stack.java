package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack on this machine, of which several may run beside each other, each with its own data folder and ports. Parts
 * are named as {@code ./postroom status} names them, such as {@code kafka} or {@code routing-service}.
 */
public final class Stack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stack.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);

    private final StackOptions options;
    private final StackFile file;
    private final Instant startedAt;
    private final QuickStart quickStart;
    private final List<Part> layout;
    private final Map<String, PartProcess> processes = new ConcurrentHashMap<>();

    private Stack(StackOptions options, Instant startedAt) {
        this.options = options;
        this.file = new StackFile(options.data());
        this.startedAt = startedAt;
        this.quickStart = new QuickStart(options.project().resolve("deploy/local/target/programs"));
        this.layout = new Layout(options)
                .parts().stream()
                        .filter(part ->
                                options.only().isEmpty() || options.only().contains(part.name()))
                        .toList();
    }

    /**
     * Starts every part that does not run yet, makes topics, schemas and demo organisations, and returns when all is
     * ready. When anything fails, whatever this call has started is stopped again.
     *
     * @throws StackException with the cause and the cure, for people
     */
    public static Stack start(StackOptions options, Progress progress) {
        var stack = find(options.project(), options.data())
                .orElseGet(() -> new Stack(options, Clock.systemUTC().instant()));
        stack.startMissing(progress);
        return stack;
    }

    /**
     * Finds the stack that an earlier command started with its data in a folder, though parts of it may have ended since.
     *
     * @throws StackException when the file that tells of it cannot be read
     */
    public static Optional<Stack> find(Path project, Path data) {
        try {
            return new StackFile(data).read().map(content -> {
                var found = new Stack(
                        new StackOptions(project, data, content.ports(), content.only()), content.startedAt());
                content.parts().forEach(process -> found.processes.put(process.name(), process));
                return found;
            });
        } catch (IOException e) {
            throw new StackException("The stack's file in " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the ports. */
    public Ports ports() {
        return options.ports();
    }

    /** Returns when the stack was started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Returns the names of all parts, those that others wait for first. */
    public List<String> parts() {
        return layout.stream().map(Part::name).toList();
    }

    /** Tells whether a part's process runs. */
    public boolean isRunning(String part) {
        var process = processes.get(part);
        return process != null && process.isRunning();
    }

    /** Tells whether a part answers that it can be used. */
    public boolean isReady(String part) throws InterruptedException {
        return isRunning(part) && part(part).probe().isReady();
    }

    /** Returns the ports that a part listens on. */
    public List<Integer> portsOf(String part) {
        return part(part).ports().stream().map(ports()::of).toList();
    }

    /** Returns the process id of a part, if it runs. */
    public OptionalLong pid(String part) {
        return isRunning(part) ? OptionalLong.of(process(part).pid()) : OptionalLong.empty();
    }

    /** Returns the memory that a part takes, in bytes, where the system tells. */
    public OptionalLong memory(String part) {
        var process = processes.get(part);
        return process == null
                ? OptionalLong.empty()
                : process.handle().map(Memory::of).orElse(OptionalLong.empty());
    }

    /** Returns the file with what a part printed. */
    public Path log(String part) {
        return logs().resolve(part(part).name() + ".log");
    }

    /**
     * Starts one part, alone, and returns when it is ready.
     *
     * @throws StackException when it does not become ready
     */
    public void start(String part) {
        var startup = new Startup(Progress.SILENT);
        startup.run(List.of(step(part(part), startup)));
    }

    /** Asks one part to end, and waits for it. */
    public void stop(String part) throws InterruptedException {
        process(part).stop(STOP_LIMIT);
    }

    /** Ends one part at once, as a power failure would. */
    public void kill(String part) throws InterruptedException {
        process(part).kill();
    }

    /** Stops every part, services first. The data stays. */
    @Override
    public void close() {
        stopAll(part -> {});
    }

    /** Stops every part, services first, and tells each that has ended. The data stays. */
    public void stopAll(Consumer<String> stopped) {
        try {
            stop(layout.reversed().stream().filter(part -> !isFoundation(part)).toList(), stopped);
            stop(layout.reversed().stream().filter(Stack::isFoundation).toList(), stopped);
            file.delete();
        } catch (IOException e) {
            throw new StackException("The stack's file could not be removed: " + e.getMessage(), e);
        }
    }

    /**
     * Removes all data. The stack must not run.
     *
     * @throws StackException when a file cannot be removed
     */
    public static void purge(Path data) {
        if (Files.notExists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StackException("The data in " + data + " could not be removed: " + e.getMessage(), e);
        }
    }

    private void startMissing(Progress progress) {
        var missing = layout.stream().filter(part -> !isRunning(part.name())).toList();
        missing.forEach(ServiceJar::requireBuilt);
        missing.forEach(part -> PortCheck.requireFree(part, ports()));
        try {
            Files.createDirectories(options.data());
            ServiceSettings.write(options);
        } catch (IOException e) {
            throw new StackException(
                    "The folder " + options.data() + " cannot be written: " + e.getMessage()
                            + ". Choose another with --data.",
                    e);
        }
        run(missing, progress);
    }

    /** Stops what was started when the start fails, or when the person who waits for it breaks it off. */
    private void run(List<Part> missing, Progress progress) {
        var undo = Thread.ofPlatform().unstarted(() -> stop(missing.reversed(), part -> {}));
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            var startup = new Startup(progress);
            startup.run(steps(missing, startup));
        } catch (StackException e) {
            stop(missing.reversed(), part -> {});
            forgetUnlessRunning();
            throw e;
        } finally {
            keep(undo);
        }
    }

    private static void keep(Thread undo) {
        try {
            Runtime.getRuntime().removeShutdownHook(undo);
        } catch (IllegalStateException e) {
            log.debug("The start was broken off; what it started is being stopped", e);
        }
    }

    private List<Step> steps(List<Part> missing, Startup startup) {
        var steps = new ArrayList<Step>();
        for (var part : missing) {
            steps.add(step(part, startup));
            if (part.name().equals(Layout.REGISTRY)) {
                steps.add(new Step(Layout.TOPICS, List.of(Layout.BROKER), () -> Provisioning.makeTopics(ports())));
                steps.add(new Step(
                        Layout.SCHEMAS,
                        List.of(Layout.TOPICS, Layout.REGISTRY),
                        () -> Provisioning.registerSchemas(ports())));
            }
        }
        if (missing.stream().anyMatch(part -> part.name().equals(Layout.DOMAIN))) {
            steps.add(new Step(
                    Layout.ORGANISATIONS,
                    List.of(Layout.DOMAIN, Layout.IDENTITY),
                    () -> new DemoOrganisations(ports()).make()));
        }
        if (missing.stream().anyMatch(part -> part.name().equals(Layout.OUTBOUND))) {
            steps.add(new Step(
                    Layout.PLATFORM_RECORDS,
                    List.of(Layout.OUTBOUND, Layout.IDENTITY, Layout.DNS),
                    () -> new PlatformRecords(ports()).publish()));
        }
        return steps;
    }

    private Step step(Part part, Startup startup) {
        return new Step(part.name(), part.needs(), () -> {
            var process = PartProcess.start(part, logs(), quickStart);
            processes.put(part.name(), process);
            save();
            awaitReady(part, process, startup);
        });
    }

    private static void awaitReady(Part part, PartProcess process, Startup startup)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!part.probe().isReady()) {
            if (startup.hasFailed()) {
                return;
            }
            if (!process.isRunning()) {
                throw notReady(part, process, "ended while it started");
            }
            if (System.nanoTime() > end) {
                throw notReady(part, process, "was not ready after " + START_LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(PROBE_PAUSE);
        }
    }

    private static StackException notReady(Part part, PartProcess process, String what) throws IOException {
        return new StackException(part.name() + " " + what + ". Its log ends with:\n\n"
                + String.join("\n", LogLine.readable(process.tail()))
                + "\n\nThe whole log is " + process.log()
                + ". Mend what it names and run ./postroom up again.");
    }

    private void stop(List<Part> parts, Consumer<String> stopped) {
        var threads = new ArrayList<Thread>();
        for (var part : parts) {
            var process = processes.get(part.name());
            if (process != null && process.isRunning()) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        process.stop(STOP_LIMIT);
                        stopped.accept(part.name());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The broker and the database end last: the others write their last words to them. */
    private static boolean isFoundation(Part part) {
        return part.name().equals(Layout.BROKER) || part.name().equals(Layout.DATABASE);
    }

    private void forgetUnlessRunning() {
        try {
            if (parts().stream().noneMatch(this::isRunning)) {
                file.delete();
            }
        } catch (IOException e) {
            throw new StackException("The stack's file could not be removed: " + e.getMessage(), e);
        }
    }

    private synchronized void save() {
        try {
            file.write(new StackFile.Content(
                    startedAt,
                    ports(),
                    options.only(),
                    layout.stream()
                            .flatMap(part -> Optional.ofNullable(processes.get(part.name())).stream())
                            .toList()));
        } catch (IOException e) {
            throw new StackException("The stack's file could not be written: " + e.getMessage(), e);
        }
    }

    private Path logs() {
        return options.data().resolve("logs");
    }

    private Part part(String name) {
        return layout.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "Expected one of " + String.join(", ", parts()) + ", but got " + name + "."));
    }

    private PartProcess process(String name) {
        var process = processes.get(part(name).name());
        if (process == null) {
            throw new StackException(name + " was not started.");
        }
        return process;
    }
}
