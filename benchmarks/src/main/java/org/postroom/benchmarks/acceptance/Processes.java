package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a process and all that it started have used, after Linux's {@code /proc}; those that have ended are counted by their parent. */
final class Processes {

    private static final long TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    private Processes() {}

    static Duration processorTime(ProcessHandle root) throws IOException {
        long ticks = 0;
        for (ProcessHandle each : all(root)) {
            String stat = read(each, "stat");
            // the name before it, in brackets, may hold anything
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            for (int field = USER_TIME; field < USER_TIME + TIMES && field < fields.length; field++) {
                ticks += Long.parseLong(fields[field]);
            }
        }
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    static long memory(ProcessHandle root) throws IOException {
        long kilobytes = 0;
        for (ProcessHandle each : all(root)) {
            kilobytes += read(each, "status")
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
        return kilobytes * 1_024;
    }

    /** Ends a process as an operator does, and by force where it does not come to its end in time. */
    static void end(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody listens on at this moment. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static String read(ProcessHandle process, String file) throws IOException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (NoSuchFileException ended) {
            return "";
        }
    }
}
