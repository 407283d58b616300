package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.stack.StackFile.StepState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack on this machine, of which several may run beside each other, each with its own data folder and ports. Parts
 * are named as {@code ./postroom status} names them, such as {@code kafka} or {@code routing-service}.
 */
public final class Stack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stack.class);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final StackOptions options;
    private final List<Part> layout;
    private final Roster roster;
    private final PartStarter starter;

    private Stack(StackOptions options, QuickStart quickStart, Roster roster) {
        this.options = options;
        this.layout = new Layout(options).parts();
        this.roster = roster;
        this.starter = new PartStarter(options, quickStart, roster);
    }

    /**
     * Starts every part that does not run yet, makes topics, schemas and demo organisations, and returns when all is
     * ready. When anything fails, whatever this call has started is stopped again.
     *
     * @throws StackException with the cause and the cure, for people
     */
    public static Stack start(StackOptions options, Progress progress) {
        return start(options, QuickStart.using(options.programs()), progress);
    }

    static Stack start(StackOptions options, QuickStart quickStart, Progress progress) {
        new DataFolder(options.data()).prepare();
        var stack = find(options.project(), options.data())
                .filter(found -> found.parts().stream().anyMatch(found::isRunning))
                .orElseGet(() -> new Stack(
                        options,
                        quickStart,
                        Roster.empty(options, Clock.systemUTC().instant())));
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
                var options = new StackOptions(project, data, content.ports(), content.only(), content.servers());
                return new Stack(options, QuickStart.using(options.programs()), Roster.of(options, content));
            });
        } catch (IOException e) {
            throw new StackException(
                    "The file that tells what of Postroom runs, " + data.resolve("stack.json") + ", cannot be read: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    /** The names of the databases that services keep their state in. */
    public static List<String> databases() {
        return Layout.databases();
    }

    /** Returns the ports. */
    public Ports ports() {
        return options.ports();
    }

    /** Returns the servers that take the place of parts. */
    public Servers servers() {
        return options.servers();
    }

    /** Returns where the parts are reached by programs that act as users. */
    public StackAddresses addresses() {
        return options.addresses();
    }

    /** Returns when the stack was started. */
    public Instant startedAt() {
        return roster.startedAt();
    }

    /** Tells whether all parts were ready once and nobody has asked them to stop. */
    public boolean isUp() {
        return roster.phase() == StackFile.Phase.READY;
    }

    /** Returns the names of all parts, those that others wait for first. */
    public List<String> parts() {
        return layout.stream().map(Part::name).toList();
    }

    /** Returns the steps of the start that have begun. */
    List<StepState> steps() {
        return roster.steps();
    }

    /** Tells whether a part's process runs. */
    public boolean isRunning(String part) {
        return roster.isRunning(part);
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
        return roster.process(part).flatMap(PartProcess::handle).map(Memory::of).orElse(OptionalLong.empty());
    }

    /** Returns the memory that all parts take and what watches them, in bytes, where the system tells. */
    public long memory() {
        long parts = parts().stream().mapToLong(part -> memory(part).orElse(0)).sum();
        return parts + new Supervisor(options.data()).memory().orElse(0);
    }

    /** Returns what can be told of a part's process: since when it runs, how often it was restarted, and why. */
    public Optional<PartHistory> history(String part) {
        return roster.process(part)
                .map(process -> new PartHistory(
                        process.startedAt(),
                        process.restarts(),
                        process.lastEnd().map(PartProcess.End::why)));
    }

    /** Returns the file with what a part printed. */
    public Path log(String part) {
        return options.data().resolve("logs").resolve(part(part).name() + ".log");
    }

    /**
     * Starts one part, alone, and returns when it is ready.
     *
     * @throws StackException when it does not become ready
     */
    public void start(String part) throws InterruptedException {
        starter.start(part(part), () -> false);
    }

    /** Asks one part to end, and waits for it. */
    public void stop(String part) throws InterruptedException {
        process(part).stop(part(part).ending(), STOP_LIMIT);
    }

    /** Ends one part at once, as a power failure would. */
    public void kill(String part) throws InterruptedException {
        process(part).kill();
    }

    /** Stops every part, services first. The data stays. */
    @Override
    public void close() {
        roster.enter(StackFile.Phase.STOPPING);
        var stopping = new Stopping(roster, STOP_LIMIT);
        stopping.stop(layout.stream().filter(part -> !isFoundation(part)).toList());
        stopping.stop(layout.stream().filter(Stack::isFoundation).toList());
        // A part that was being started again when this began is stopped as well.
        stopping.stop(layout);
        roster.forget();
    }

    /**
     * Removes all data. The stack must not run.
     *
     * @throws StackException when a file cannot be removed
     */
    public static void purge(Path data) {
        new DataFolder(data).purge();
    }

    /** Starts again, for as long as this process lives, what ends without having been asked to. */
    Supervision supervise() {
        return new Supervision(layout, roster, starter);
    }

    private void startMissing(Progress progress) {
        var missing = layout.stream().filter(part -> !isRunning(part.name())).toList();
        if (missing.size() == layout.size()) {
            new DataFolder(options.data()).clearTemporary();
        }
        missing.forEach(ServiceJar::requireBuilt);
        missing.forEach(part -> PortCheck.requireFree(part, ports()));
        try {
            ServiceSettings.write(options);
        } catch (IOException e) {
            throw new StackException("The settings could not be written: " + e.getMessage(), e);
        }
        roster.startAgain();
        run(missing, new NotedProgress(roster, progress));
        roster.enter(StackFile.Phase.READY);
    }

    /** Stops what was started when the start fails, or when the person who waits for it breaks it off. */
    private void run(List<Part> missing, Progress progress) {
        var stopping = new Stopping(roster, STOP_LIMIT);
        var undo = Thread.ofPlatform().unstarted(() -> stopping.stop(missing));
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            var startup = new Startup(progress);
            startup.run(new StartPlan(options, starter, layout).steps(missing, startup));
        } catch (StackException e) {
            stopping.stop(missing);
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

    /** The broker and the database end last: the others write their last words to them. */
    private static boolean isFoundation(Part part) {
        return part.name().equals(Layout.BROKER) || part.name().equals(Layout.DATABASE);
    }

    private void forgetUnlessRunning() {
        if (parts().stream().noneMatch(this::isRunning)) {
            roster.forget();
        }
    }

    private Part part(String name) {
        return layout.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "Expected one of " + String.join(", ", parts()) + ", but got " + name + "."));
    }

    private PartProcess process(String name) {
        return roster.process(part(name).name()).orElseThrow(() -> new StackException(name + " was not started."));
    }
}
