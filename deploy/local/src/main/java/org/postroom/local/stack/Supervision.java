package org.postroom.local.stack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts again what ends without having been asked to: after a pause that doubles with each end in a row, from one second to
 * a minute, and is short again once the part has run for five minutes.
 */
final class Supervision implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GOOD_RUN = Duration.ofMinutes(5);

    private final Roster roster;
    private final PartStarter starter;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Begins to watch the parts. */
    Supervision(List<Part> parts, Roster roster, PartStarter starter) {
        this.roster = roster;
        this.starter = starter;
        parts.forEach(part -> Thread.ofVirtual().name("watch-" + part.name()).start(() -> watch(part)));
    }

    /** Lets parts end from now on. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void watch(Part part) {
        var pause = SHORTEST_PAUSE;
        try {
            while (true) {
                awaitEnd(part);
                if (isClosed()) {
                    return;
                }
                var process = roster.process(part.name()).orElseThrow();
                var end = new PartProcess.End(clock.instant(), EndReason.of(roster.exitCode(part.name()), process));
                pause = Duration.between(process.startedAt(), end.at()).compareTo(GOOD_RUN) > 0
                        ? SHORTEST_PAUSE
                        : pause;
                log.warn("{} has ended: {}. It is started again in {} s", part.name(), end.why(), pause.toSeconds());
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                startAgain(part, end);
                pause = longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd(Part part) {
        roster.process(part.name())
                .flatMap(PartProcess::handle)
                .ifPresent(handle -> handle.onExit().join());
    }

    private void startAgain(Part part, PartProcess.End end) throws InterruptedException {
        try {
            starter.startAgain(part, end, this::isClosed);
            log.info("{} is ready again", part.name());
        } catch (StackException e) {
            log.warn("{}", e.getMessage());
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
