package org.postroom.local.stack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says in words for people why a process ended that nobody had asked to. */
final class EndReason {

    private static final int SIGNAL_BASE = 128;
    private static final int SEARCHED_LINES = 200;
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    private EndReason() {}

    /**
     * Says it from the exit code, where it is known, and from what the process printed last.
     *
     * @param exitCode what the system tells of a process that was this one's child
     */
    static String of(OptionalInt exitCode, PartProcess process) {
        var lines = lastLines(process);
        if (lines.stream().anyMatch(line -> line.contains(OUT_OF_MEMORY))) {
            return "it ran out of memory; its limits are in deploy/local/README.md";
        }
        if (exitCode.isPresent() && exitCode.getAsInt() > SIGNAL_BASE) {
            return signal(exitCode.getAsInt() - SIGNAL_BASE);
        }
        var error = lines.reversed().stream()
                .map(LogLine::error)
                .flatMap(Optional::stream)
                .findFirst();
        if (error.isPresent()) {
            return error.get();
        }
        return exitCode.isPresent()
                ? "it ended by itself, with code " + exitCode.getAsInt()
                : "it ended; its log may say why";
    }

    private static String signal(int number) {
        return switch (number) {
            case 9 -> "it was killed (signal 9), by somebody or by a system that was short of memory";
            case 15 -> "somebody asked it to end (signal 15)";
            default -> "it was ended by signal " + number;
        };
    }

    private static List<String> lastLines(PartProcess process) {
        try {
            return PartProcess.tail(process.log(), SEARCHED_LINES);
        } catch (IOException e) {
            return List.of();
        }
    }
}
