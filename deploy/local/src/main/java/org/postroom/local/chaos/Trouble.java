package org.postroom.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.postroom.local.host.Signals;

/** Something that happens to a part of the stack. */
sealed interface Trouble {

    /** The part that it happens to. */
    String part();

    /** What happens, in words: “is killed”. */
    String deed();

    /** Makes it happen, and returns when it is over and the part may recover. */
    void happen(Parts parts) throws IOException, InterruptedException;

    /** The process ends at once, as in a power failure. */
    record Killed(String part) implements Trouble {

        @Override
        public String deed() {
            return "is killed";
        }

        @Override
        public void happen(Parts parts) {
            parts.process(part).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
    }

    /** The process is asked to end, as in an upgrade. */
    record Restarted(String part) implements Trouble {

        @Override
        public String deed() {
            return "is asked to end";
        }

        @Override
        public void happen(Parts parts) {
            parts.process(part).ifPresent(process -> {
                process.destroy();
                process.onExit().join();
            });
        }
    }

    /** The process stands still for a while and keeps its connections, as on a machine that swaps or was suspended. */
    record Frozen(String part, Duration time) implements Trouble {

        @Override
        public String deed() {
            return "stands still for " + time.toSeconds() + " s";
        }

        @Override
        public void happen(Parts parts) throws InterruptedException {
            var process = parts.process(part);
            if (process.isPresent()) {
                Signals.freeze(process.get());
                try {
                    Thread.sleep(time);
                } finally {
                    Signals.thaw(process.get());
                }
            }
        }
    }

    /**
     * No file of the process can grow for a while, as on a full disk: each write behind the first octets of a file fails,
     * by {@code prlimit}, which Linux has.
     */
    record DiskFull(String part, Duration time) implements Trouble {

        private static final String FULL = "--fsize=64:";
        private static final String FREE = "--fsize=unlimited:";

        @Override
        public String deed() {
            return "finds its disk full for " + time.toSeconds() + " s";
        }

        @Override
        public void happen(Parts parts) throws IOException, InterruptedException {
            var process = parts.process(part);
            if (process.isPresent()) {
                limit(process.get(), FULL);
                try {
                    Thread.sleep(time);
                } finally {
                    limit(process.get(), FREE);
                }
            }
        }

        /** A process that has ended meanwhile, which is one way to take it, has no limit any more. */
        private static void limit(ProcessHandle process, String size) throws IOException, InterruptedException {
            for (var one :
                    Stream.concat(Stream.of(process), process.descendants()).toList()) {
                new ProcessBuilder("prlimit", "--pid", Long.toString(one.pid()), size)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        }
    }
}
