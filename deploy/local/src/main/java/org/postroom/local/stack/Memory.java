package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes take, with what they share counted once (Linux only). */
final class Memory {

    private static final int KILOBYTE = 1024;

    private Memory() {}

    /** Returns the bytes that a process and its children take; nothing where the system does not tell. */
    static OptionalLong of(ProcessHandle process) {
        long sum = 0;
        for (var each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            var bytes = alone(each);
            if (bytes.isPresent()) {
                sum += bytes.getAsLong();
            }
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** Returns the bytes that a process takes without its children; nothing where the system does not tell. */
    static OptionalLong alone(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
