package org.postroom.runtime.work;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rests are virtual: the work says for how long, and the test lets it go on. */
class RepeatedWorkTest {

    private static final String NAME = "a-work";

    private final SynchronousQueue<Duration> rests = new SynchronousQueue<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean breaks = new AtomicBoolean();
    private final AtomicInteger rounds = new AtomicInteger();
    private RepeatedWork work = repeated(() -> this::round);

    @AfterEach
    void stopsWhateverRuns() {
        work.stop();
    }

    @Test
    void restsAsLongAsTheRoundSays() throws InterruptedException {
        work.start();

        assertThat(rests.take()).isEqualTo(ofMillis(25));
        assertThat(rests.take()).isEqualTo(ofMillis(25));
        assertThat(rounds).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void doesNotRestWhereThereIsMoreToDo() throws InterruptedException {
        AtomicInteger backlog = new AtomicInteger(3);
        work = repeated(() -> goesOn -> backlog.getAndDecrement() > 0 ? Duration.ZERO : ofSeconds(7));
        work.start();

        assertThat(rests.take()).isEqualTo(ofSeconds(7));
        assertThat(backlog).as("worked off before the first rest").hasNegativeValue();
    }

    @Test
    void restsLongerWithEachFailureAndShortlyAgainAfterASuccess() throws InterruptedException {
        breaks.set(true);
        work.start();

        List<Duration> taken = new ArrayList<>();
        for (int failure = 0; failure < 4; failure++) {
            taken.add(rests.take());
        }
        assertThat(taken).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8));
        breaks.set(false);
        assertThat(nextOtherThan(ofSeconds(8))).isEqualTo(ofMillis(25));
        breaks.set(true);
        assertThat(nextOtherThan(ofMillis(25))).isEqualTo(ofSeconds(1));
    }

    @Test
    void isAskedAgainForWorkThatCannotBegin() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        work = repeated(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the broker is not there yet");
            }
            return this::round;
        });
        work.start();

        assertThat(rests.take()).isEqualTo(ofSeconds(1));
        assertThat(rests.take()).isEqualTo(ofMillis(25));
        rests.take();
        assertThat(asked).hasValue(2);
    }

    @Test
    void endsARestAtOnceAndClosesOnce() {
        AtomicInteger closed = new AtomicInteger();
        work = new RepeatedWork(NAME, () -> new Closing(ofHours(1), closed));
        work.start();
        await().untilAtomic(rounds, is(1));

        work.stop();

        assertThat(closed).hasValue(1);
        assertThat(work.isRunning()).isFalse();
        assertThat(threads()).isEmpty();
    }

    @Test
    void beginsWithNewWorkAfterAStop() {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        work = new RepeatedWork(NAME, () -> {
            made.incrementAndGet();
            return new Closing(ofHours(1), closed);
        });
        work.start();
        work.start();
        await().untilAtomic(rounds, is(1));
        work.stop();
        work.start();
        await().untilAtomic(rounds, is(2));

        assertThat(made).hasValue(2);
        assertThat(closed).hasValue(1);
        assertThat(threads()).hasSize(1);
    }

    @Test
    void tellsALongRoundToEnd() {
        CountDownLatch begun = new CountDownLatch(1);
        work = new RepeatedWork(NAME, () -> goesOn -> {
            begun.countDown();
            while (goesOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return Duration.ZERO;
        });
        work.start();
        await().until(() -> begun.getCount() == 0);

        work.stop();

        assertThat(threads()).isEmpty();
    }

    @Test
    void interruptsARoundThatDoesNotEndInTime() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        work = new RepeatedWork(
                NAME, () -> goesOn -> stuck(begun, interrupted), _ -> {}, System::nanoTime, ofMillis(20));
        work.start();
        await().until(() -> begun.getCount() == 0);

        work.stop();

        await().untilTrue(interrupted);
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void countsFailuresAndTellsSinceWhenItFails() throws InterruptedException {
        var meters = new SimpleMeterRegistry();
        work.bindTo(meters);
        breaks.set(true);
        work.start();
        rests.take();
        nanos.addAndGet(ofSeconds(5).toNanos());
        rests.take();

        assertThat(meters.get("postroom.work.failures")
                        .tag("work", NAME)
                        .functionCounter()
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(meters.get("postroom.work.failing")
                        .tag("work", NAME)
                        .timeGauge()
                        .value())
                .isEqualTo(5);
        breaks.set(false);
        nextOtherThan(ofSeconds(4));
        assertThat(meters.get("postroom.work.failing").timeGauge().value()).isZero();
    }

    @Test
    void tellsHowLongARoundHasBeenRunning() {
        var meters = new SimpleMeterRegistry();
        CountDownLatch begun = new CountDownLatch(1);
        work = repeated(() -> goesOn -> {
            begun.countDown();
            while (goesOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return Duration.ZERO;
        });
        work.bindTo(meters);
        work.start();
        await().until(() -> begun.getCount() == 0);
        nanos.addAndGet(ofSeconds(90).toNanos());

        assertThat(meters.get("postroom.work.round").timeGauge().value()).isEqualTo(90);
    }

    private Duration round(BooleanSupplier goesOn) {
        rounds.incrementAndGet();
        if (breaks.get()) {
            throw new IllegalStateException("the database is gone");
        }
        return ofMillis(25);
    }

    private static Duration stuck(CountDownLatch begun, AtomicBoolean interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException hurried) {
            interrupted.set(true);
        }
        return Duration.ZERO;
    }

    private Duration nextOtherThan(Duration known) throws InterruptedException {
        Duration next = rests.take();
        while (next.equals(known)) {
            next = rests.take();
        }
        return next;
    }

    private RepeatedWork repeated(Supplier<Work> source) {
        return new RepeatedWork(NAME, source, this::rest, nanos::get, ofSeconds(15));
    }

    /** Hands the pause to the test, or ends as a real rest does once the work is stopped. */
    private void rest(Duration pause) {
        try {
            while (work.isRunning() && !rests.offer(pause, 5, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(NAME))
                .toList();
    }

    private final class Closing implements Work {

        private final Duration pause;
        private final AtomicInteger closed;

        Closing(Duration pause, AtomicInteger closed) {
            this.pause = pause;
            this.closed = closed;
        }

        @Override
        public Duration round(BooleanSupplier goesOn) {
            rounds.incrementAndGet();
            return pause;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
