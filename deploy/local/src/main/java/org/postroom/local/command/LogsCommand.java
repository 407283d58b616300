package org.postroom.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroom.local.stack.LogLine;
import org.postroom.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the parts printed. */
@Command(name = "logs", description = "Shows what the parts printed last, in readable form.")
final class LogsCommand implements Callable<Integer> {

    private static final int PAUSE_MILLISECONDS = 300;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "PART", description = "Only of this part, as status names it.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more is printed.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "20",
            description = "How many lines of each part.")
    private int lines = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = new Terminal(spec.commandLine().getOut());
        var stack = data.stack();
        if (stack.isEmpty()) {
            terminal.say("Postroom is not running. Earlier logs are in "
                    + data.folder().resolve("logs") + ".");
            return 1;
        }
        var parts = part == null ? stack.get().parts() : List.of(part);
        var positions = new HashMap<String, Long>();
        for (var each : parts) {
            positions.put(each, tail(terminal, stack.get(), each));
        }
        while (follow) {
            Thread.sleep(PAUSE_MILLISECONDS);
            for (var each : parts) {
                more(terminal, stack.get(), each, positions);
            }
        }
        return 0;
    }

    /** Prints the last lines and returns where the file ended. */
    private long tail(Terminal terminal, Stack stack, String name) throws IOException {
        var log = stack.log(name);
        if (Files.notExists(log)) {
            return 0;
        }
        var content = Files.readAllBytes(log);
        var all = new String(content, StandardCharsets.UTF_8).lines().toList();
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(line -> print(terminal, name, line));
        return content.length;
    }

    private void more(Terminal terminal, Stack stack, String name, Map<String, Long> positions) throws IOException {
        var log = stack.log(name);
        long from = positions.getOrDefault(name, 0L);
        if (Files.exists(log) && Files.size(log) != from) {
            positions.put(name, printFrom(terminal, name, log, Files.size(log) < from ? 0 : from));
        }
    }

    /** Prints the whole lines from a position on and returns where they ended. */
    private long printFrom(Terminal terminal, String name, Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var content = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(content);
            var text = new String(content, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().forEach(line -> print(terminal, name, line));
            return from + whole.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private void print(Terminal terminal, String name, String line) {
        var readable = LogLine.readable(line);
        terminal.say(part == null ? terminal.grey(String.format("%-22s ", name)) + readable : readable);
    }
}
