package org.postroom.local.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one demonstration of a stack run at a time: a lock on a file in the stack's data folder, which the system takes back
 * when the process ends, however it ends.
 */
final class DemoLock implements AutoCloseable {

    /** Beyond what the file says, so that it can be read while it is locked. */
    private static final long LOCKED_BYTE = 1_000_000;
    /** Who holds it in this process: closing any channel of the file would give the lock of all of them back. */
    private static final Map<Path, String> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private DemoLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until no other demonstration runs.
     *
     * @param folder the stack's data folder
     * @param clock tells others since when it is taken
     * @param patience how long the other one is waited for
     * @param narrator is told where there is one to wait for
     * @throws Obstacle where the other one has not ended in time
     */
    static DemoLock take(Path folder, Clock clock, Duration patience, Narrator narrator)
            throws IOException, InterruptedException {
        Path file = folder.toAbsolutePath().normalize().resolve("demo.lock");
        var free = tryToTake(file, clock);
        if (free.isPresent()) {
            return free.get();
        }
        String other = holder(file);
        narrator.detail("Another demonstration is running, " + other + ". This one begins when it has ended.");
        try {
            return Waiting.until("the other to end", patience, () -> tryToTake(file, clock), Optional::isPresent)
                    .orElseThrow();
        } catch (TimeoutException late) {
            throw new Obstacle(
                            "Another demonstration is running, " + other + ", and has not ended for "
                                    + patience.toSeconds() + " s.",
                            "Let it end, or end its process if nobody watches it, and try again.")
                    .because(late);
        }
    }

    private static Optional<DemoLock> tryToTake(Path file, Clock clock) throws IOException {
        String holder = "since " + LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + " as process "
                + ProcessHandle.current().pid();
        if (HERE.putIfAbsent(file, holder) != null) {
            return Optional.empty();
        }
        @Nullable FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            taken = true;
            return Optional.of(new DemoLock(file, channel));
        } finally {
            if (!taken) {
                HERE.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static String holder(Path file) throws IOException {
        String here = HERE.get(file);
        String told = here != null ? here : Files.readString(file);
        return told.isBlank() ? "since this moment" : told;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HERE.remove(file);
    }
}
