package org.postroom.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Processes that an earlier command has started, found again by what was noted of them. */
public final class Processes {

    private Processes() {}

    /**
     * Returns a process while it runs.
     *
     * @param pid its id
     * @param startedAt when the system started it, which tells it from a later process with the same id
     */
    public static Optional<ProcessHandle> find(long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(Processes::isRunning)
                .filter(found -> startOf(found).equals(startedAt));
    }

    /** Tells whether a process runs. One that has ended and waits for its parent to notice (a zombie) does not. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Returns when the system started a process; the epoch where it does not tell. */
    public static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The state stands behind the program's name, which is in parentheses and may hold some itself. */
    private static boolean isZombie(long pid) {
        try {
            var status = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException notTold) {
            return false;
        }
    }
}
