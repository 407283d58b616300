package org.postroom.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.local.readmodels.ConsoleReadModels;
import org.postroom.local.readmodels.ReadModelStatus;
import org.postroom.local.stack.DatabaseServer;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has what the console's pages show made anew from the log. */
@Command(
        name = "rebuild",
        description = "Makes what the console's pages show anew from the log, while they go on showing what they have.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private static final int WIDTH = 24;
    private static final long PAUSE_MILLISECONDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ConsoleDatabaseOption database = new ConsoleDatabaseOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description =
                    "What to make anew: directory (names and settings), desk (interactions and replies) or timeline"
                            + " (every event); all of them unless given.")
    private @Nullable String model;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ConsoleReadModels console = console();
        Map<String, Integer> replaced = ask(console);
        return watch(console, replaced) ? 0 : 1;
    }

    private Map<String, Integer> ask(ConsoleReadModels console) {
        List<String> known = console.status().stream()
                .filter(ReadModelStatus::serves)
                .map(ReadModelStatus::model)
                .toList();
        if (model != null && !known.contains(model)) {
            throw new StackException("There is no " + model + " to make anew, but " + String.join(", ", known));
        }
        Map<String, Integer> replaced = new TreeMap<>();
        known.stream()
                .filter(each -> model == null || model.equals(each))
                .forEach(each -> console.rebuild(each).ifPresent(generation -> replaced.put(each, generation)));
        return replaced;
    }

    /** Shows how far it is until all is done; gives up where nobody does it. */
    private boolean watch(ConsoleReadModels console, Map<String, Integer> replaced) throws InterruptedException {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        long begun = System.nanoTime();
        long lastSeen = begun;
        while (!replaced.isEmpty()) {
            List<ReadModelStatus> status = console.status();
            long now = System.nanoTime();
            for (ReadModelStatus each : status) {
                @Nullable Integer before = replaced.get(each.model());
                if (each.serves() && before != null && each.generation() != before) {
                    replaced.remove(each.model());
                    lastSeen = now;
                    terminal.say("  " + terminal.green("✓") + String.format(" %-12s ", each.model())
                            + terminal.grey(Terminal.seconds(Duration.ofNanos(now - begun))));
                }
            }
            List<ReadModelStatus> filling = status.stream()
                    .filter(each -> !each.serves() && replaced.containsKey(each.model()))
                    .toList();
            if (!filling.isEmpty()) {
                lastSeen = now;
                terminal.hint(filling.stream().map(RebuildCommand::bar).collect(Collectors.joining("   ")));
            }
            if (now - lastSeen > PATIENCE.toNanos()) {
                terminal.say("It is asked for, but the console has not begun: it does so once it runs.");
                return false;
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return true;
    }

    static String bar(ReadModelStatus status) {
        int full = (int) Math.floor(status.share() * WIDTH);
        return "%s %s%s %d %%".formatted(status.model(), "█".repeat(full), "░".repeat(WIDTH - full), (int)
                Math.floor(status.share() * 100));
    }

    private ConsoleReadModels console() {
        DatabaseServer server = database.server(data);
        return new ConsoleReadModels(server.jdbcUrl(database.name()), server.user(), server.password());
    }
}
