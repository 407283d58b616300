package org.postroom.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.local.stack.PartHistory;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how each part is. */
@Command(
        name = "status",
        description =
                "Tells how each part is, since when it runs, and how often it was started again and why. The exit code"
                        + " is 0 when all are ready, 3 when none runs, 1 otherwise.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How a part is at this moment. */
    private record State(String part, boolean running, boolean ready) {}

    @Override
    public Integer call() throws InterruptedException {
        var stack = data.stack();
        var states = stack.isPresent() ? states(stack.get()) : List.<State>of();
        boolean watched = new Supervisor(data.folder()).process().isPresent();
        if (output.isJson()) {
            new JsonLines(spec.commandLine().getOut()).say(object(stack.orElse(null), states, watched));
        } else if (output.isForPeople()) {
            print(new Terminal(spec.commandLine().getOut()), stack.orElse(null), states, watched);
        }
        if (states.stream().noneMatch(State::running)) {
            return NOT_RUNNING;
        }
        return states.stream().allMatch(State::ready) ? 0 : 1;
    }

    private static List<State> states(Stack stack) throws InterruptedException {
        var states = new ArrayList<State>();
        for (var part : stack.parts()) {
            states.add(new State(part, stack.isRunning(part), stack.isReady(part)));
        }
        return states;
    }

    private static void print(Terminal terminal, @Nullable Stack stack, List<State> states, boolean watched) {
        if (stack == null || states.stream().noneMatch(State::running)) {
            terminal.say("Postroom is not running. Start it with ./postroom up");
            return;
        }
        states.forEach(state -> terminal.say(line(terminal, stack, state)));
        terminal.say("");
        terminal.say(
                "Started " + Terminal.time(stack.startedAt()) + ", memory " + Terminal.megabytes(stack.memory()) + ".");
        if (!watched) {
            terminal.say(terminal.red("Nobody watches the parts: one that ends is not started again.")
                    + " ./postroom up mends that.");
        }
    }

    private static String line(Terminal terminal, Stack stack, State state) {
        var history = stack.history(state.part());
        var ports = stack.portsOf(state.part()).stream().map(String::valueOf).collect(Collectors.joining(", "));
        var words = state.running()
                ? (state.ready() ? terminal.green("ready    ") : terminal.red("not ready"))
                : terminal.red("stopped  ");
        var since = history.filter(_ -> state.running())
                .map(known -> "since " + Terminal.time(known.since()))
                .orElse("see ./postroom logs " + state.part());
        return String.format(
                "  %-22s %s  port %-12s %6s  %s%s",
                state.part(),
                words,
                ports,
                Terminal.megabytes(stack.memory(state.part()).orElse(0)),
                since,
                history.map(StatusCommand::restarts).orElse(""));
    }

    private static String restarts(PartHistory history) {
        if (history.restarts() == 0) {
            return "";
        }
        var times = history.restarts() == 1 ? "once" : history.restarts() + " times";
        return ", started again " + times + ": " + history.lastEnd().orElse("nobody saw why");
    }

    private static Map<String, Object> object(@Nullable Stack stack, List<State> states, boolean watched) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("running", states.stream().anyMatch(State::running));
        object.put("ready", !states.isEmpty() && states.stream().allMatch(State::ready));
        object.put("watched", watched);
        object.put("parts", states.stream().map(state -> part(stack, state)).toList());
        return object;
    }

    private static Map<String, Object> part(@Nullable Stack stack, State state) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("part", state.part());
        part.put("running", state.running());
        part.put("ready", state.ready());
        if (stack != null) {
            part.put("ports", stack.portsOf(state.part()));
            stack.pid(state.part()).ifPresent(pid -> part.put("process", pid));
            stack.memory(state.part()).ifPresent(bytes -> part.put("memoryBytes", bytes));
            stack.history(state.part()).ifPresent(history -> {
                part.put("since", history.since().toString());
                part.put("restarts", history.restarts());
                history.lastEnd().ifPresent(why -> part.put("lastEnd", why));
            });
        }
        return part;
    }
}
