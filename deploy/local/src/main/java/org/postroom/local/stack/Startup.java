package org.postroom.local.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs steps as soon as what they need is done, a few at a time; the first failure keeps the rest from starting. */
final class Startup {

    private final Progress progress;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();

    Startup(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs the steps; where several can begin, those that come first in the list do.
     *
     * @throws StackException the first failure, after all steps that were running have ended
     */
    void run(List<Step> steps) {
        Map<String, CompletableFuture<Void>> done = new HashMap<>();
        steps.forEach(step -> done.put(step.name(), new CompletableFuture<>()));
        // More than the processors at once, as every step waits for something half of its time.
        var turns = new Turns(Runtime.getRuntime().availableProcessors() + 2, place -> isDue(steps.get(place), done));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < steps.size(); number++) {
                int place = number;
                threads.execute(() -> performAfterItsNeeds(steps.get(place), new Turn(turns, place), done));
            }
        }
        var failure = cause.get();
        if (failure instanceof StackException exception) {
            throw exception;
        }
        if (failure != null) {
            throw new StackException("The stack could not be started: " + failure.getMessage(), failure);
        }
    }

    private void performAfterItsNeeds(Step step, Turn turn, Map<String, CompletableFuture<Void>> done) {
        var own = Objects.requireNonNull(done.get(step.name()));
        try {
            step.needs().stream().map(done::get).filter(Objects::nonNull).forEach(CompletableFuture::join);
            perform(step, turn);
            own.complete(null);
        } catch (CompletionException | CancellationException e) {
            own.cancel(false);
        }
        turn.turns().lookAgain();
    }

    /** The turn of a step. */
    private record Turn(Turns turns, int place) {}

    private static boolean isDue(Step step, Map<String, CompletableFuture<Void>> done) {
        return step.needs().stream()
                .map(done::get)
                .filter(Objects::nonNull)
                .allMatch(need -> need.isDone() && !need.isCompletedExceptionally());
    }

    private void perform(Step step, Turn turn) {
        try {
            turn.turns().take(turn.place());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(step.name());
        }
        try {
            if (failed.get()) {
                throw new CancellationException(step.name());
            }
            tellStarting(step);
            long start = System.nanoTime();
            step.work().run();
            tellReady(step, Duration.ofNanos(System.nanoTime() - start));
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            cause.compareAndSet(null, e);
            failed.set(true);
            throw new CompletionException(e);
        } finally {
            turn.turns().giveBack();
        }
    }

    private synchronized void tellStarting(Step step) {
        progress.starting(step.name());
    }

    private synchronized void tellReady(Step step, Duration took) {
        progress.ready(step.name(), took);
    }

    /** Tells a step that waits whether it may stop waiting because another one failed. */
    boolean hasFailed() {
        return failed.get();
    }
}
