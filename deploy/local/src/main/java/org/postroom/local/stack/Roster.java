package org.postroom.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.postroom.local.stack.StackFile.Content;
import org.postroom.local.stack.StackFile.Phase;
import org.postroom.local.stack.StackFile.StepState;

/** What runs, how it began and how it ended, kept in the stack's file with every change. */
final class Roster {

    private final StackFile file;
    private final StackOptions options;
    private final Instant startedAt;
    private final Map<String, PartProcess> processes = new LinkedHashMap<>();
    private final Map<String, Process> children = new LinkedHashMap<>();
    private final Map<String, StepState> steps = new LinkedHashMap<>();
    private Phase phase;

    private Roster(StackOptions options, Instant startedAt, Phase phase) {
        this.file = new StackFile(options.data());
        this.options = options;
        this.startedAt = startedAt;
        this.phase = phase;
    }

    /** Begins a roster in which nothing runs. */
    static Roster empty(StackOptions options, Instant now) {
        return new Roster(options, now, Phase.STARTING);
    }

    /** Continues what was read. */
    static Roster of(StackOptions options, Content content) {
        var roster = new Roster(options, content.startedAt(), content.phase());
        content.parts().forEach(process -> roster.processes.put(process.name(), process));
        content.steps().forEach(step -> roster.steps.put(step.name(), step));
        return roster;
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized Optional<PartProcess> process(String part) {
        return Optional.ofNullable(processes.get(part));
    }

    boolean isRunning(String part) {
        return process(part).map(PartProcess::isRunning).orElse(false);
    }

    synchronized List<StepState> steps() {
        return List.copyOf(steps.values());
    }

    synchronized Phase phase() {
        return phase;
    }

    /** Notes a process that took the place of one that had ended by itself, or that is the first of its part. */
    synchronized void started(PartProcess.Child child, Optional<PartProcess.End> end) {
        var name = child.part().name();
        var before = processes.get(name);
        int restarts = before == null ? 0 : before.restarts();
        processes.put(name, end.map(why -> child.part().after(why, restarts)).orElse(child.part()));
        children.put(name, child.process());
        save();
    }

    /** Returns the exit code of a part's process, where it was started here and has ended. */
    synchronized OptionalInt exitCode(String part) {
        var child = children.get(part);
        return child == null || child.isAlive() ? OptionalInt.empty() : OptionalInt.of(child.exitValue());
    }

    synchronized void begun(String step) {
        steps.put(step, new StepState(step, Optional.empty()));
        save();
    }

    synchronized void done(String step, Duration took) {
        steps.put(step, new StepState(step, Optional.of(took)));
        save();
    }

    /** Begins a new start: what earlier ones took is forgotten. */
    synchronized void startAgain() {
        steps.clear();
        enter(Phase.STARTING);
    }

    synchronized void enter(Phase next) {
        phase = next;
        save();
    }

    synchronized void forget() {
        try {
            file.delete();
        } catch (IOException e) {
            throw new StackException("The stack's file could not be removed: " + e.getMessage(), e);
        }
    }

    private void save() {
        try {
            file.write(new Content(
                    startedAt,
                    options.ports(),
                    options.only(),
                    options.servers(),
                    phase,
                    new ArrayList<>(steps.values()),
                    new ArrayList<>(processes.values())));
        } catch (IOException e) {
            throw new StackException("The stack's file could not be written: " + e.getMessage(), e);
        }
    }
}
