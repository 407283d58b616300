package org.postroom.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops parts, all at a time, each in its way and within a limit. */
record Stopping(Roster roster, Duration limit) {

    /** Returns when all of them have ended. */
    void stop(List<Part> parts) {
        var threads = new ArrayList<Thread>();
        for (var part : parts) {
            roster.process(part.name())
                    .filter(PartProcess::isRunning)
                    .ifPresent(process -> threads.add(Thread.ofVirtual().start(() -> stop(part, process))));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Part part, PartProcess process) {
        try {
            process.stop(part.ending(), limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
