package org.postroom.local.stack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.local.host.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of a stack as the command that asked for it sees it: it follows what the supervisor notes. */
public final class StackStart {

    private static final Logger log = LoggerFactory.getLogger(StackStart.class);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final StackOptions options;
    private final Supervisor supervisor;
    private final List<String> program;
    private final QuickStart quickStart;

    /**
     * Asks for a stack.
     *
     * @param options what to start; ports and servers of a stack that runs already stay as they are
     * @param program the main class and its arguments that run a supervisor
     */
    public StackStart(StackOptions options, List<String> program) {
        this(options, program, QuickStart.using(options.programs()));
    }

    StackStart(StackOptions options, List<String> program, QuickStart quickStart) {
        this.options = options;
        this.supervisor = new Supervisor(options.data());
        this.program = program;
        this.quickStart = quickStart;
    }

    /**
     * Starts what does not run, or waits for who is starting it already; returns when all parts answer. When the start
     * fails, whatever it has started is stopped again, and so it is when this process is broken off.
     *
     * @throws StackException with the cause and the cure, for people
     */
    public Stack await(Progress progress) throws InterruptedException {
        var watching = supervisor.process();
        var joined = watching.isPresent() ? join(watching.get(), progress) : Optional.<Stack>empty();
        if (joined.isPresent()) {
            return joined.get();
        }
        var process = supervisor.launch(options, program, quickStart);
        var undo = Thread.ofPlatform().unstarted(() -> breakOff(process));
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            return follow(process, progress);
        } finally {
            keep(undo);
        }
    }

    /** Makes use of a supervisor that there is; returns nothing where that one ends, so that another has to begin. */
    private Optional<Stack> join(ProcessHandle watching, Progress progress) throws InterruptedException {
        try {
            boolean isUp = find().map(Stack::isUp).orElse(false);
            return Optional.of(isUp ? revive(progress) : follow(watching, progress));
        } catch (StackException e) {
            if (supervisor.process().isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Stack follow(ProcessHandle process, Progress progress) throws InterruptedException {
        var begun = new HashSet<String>();
        var done = new HashSet<String>();
        while (true) {
            boolean alive = Processes.isRunning(process);
            var stack = find();
            stack.ifPresent(found -> tell(found, begun, done, progress));
            if (stack.isPresent() && stack.get().isUp() && supervisor.process().isPresent()) {
                return stack.get();
            }
            if (!alive) {
                throw new StackException(supervisor.failure());
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void tell(Stack stack, Set<String> begun, Set<String> done, Progress progress) {
        for (var step : stack.steps()) {
            if (begun.add(step.name())) {
                progress.starting(step.name());
            }
            step.took().filter(_ -> done.add(step.name())).ifPresent(took -> progress.ready(step.name(), took));
        }
    }

    /** A part that runs but does not answer, because it is frozen, is ended, so that the supervisor starts it again. */
    private Stack revive(Progress progress) throws InterruptedException {
        var stack = find().orElseThrow();
        for (var part : stack.parts()) {
            if (!answers(stack, part)) {
                progress.starting(part);
                long start = System.nanoTime();
                if (stack.isRunning(part)) {
                    stack.kill(part);
                }
                awaitAnswer(part);
                progress.ready(part, Duration.ofNanos(System.nanoTime() - start));
            }
        }
        return find().orElse(stack);
    }

    private static boolean answers(Stack stack, String part) throws InterruptedException {
        long end = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (stack.isRunning(part) && System.nanoTime() < end) {
            if (stack.isReady(part)) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private void awaitAnswer(String part) throws InterruptedException {
        long end = System.nanoTime() + PartStarter.START_LIMIT.toNanos();
        while (!isReady(part)) {
            if (supervisor.process().isEmpty()) {
                throw new StackException(supervisor.failure());
            }
            if (System.nanoTime() > end) {
                throw new StackException(
                        part + " does not become ready. ./postroom status tells how often it was started"
                                + " again and why, and ./postroom logs " + part + " what it said.");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean isReady(String part) throws InterruptedException {
        var stack = find();
        return stack.isPresent() && stack.get().isReady(part);
    }

    private Optional<Stack> find() {
        return Stack.find(options.project(), options.data());
    }

    private static void breakOff(ProcessHandle supervisor) {
        supervisor.destroy();
        supervisor.onExit().join();
    }

    private static void keep(Thread undo) {
        try {
            Runtime.getRuntime().removeShutdownHook(undo);
        } catch (IllegalStateException brokenOff) {
            log.debug("The command was broken off; what it began is being stopped", brokenOff);
        }
    }
}
