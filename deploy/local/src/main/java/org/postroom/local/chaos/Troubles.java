package org.postroom.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Brings one trouble after another over the stack, each as soon as the part has recovered from the one before. */
final class Troubles {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_PAUSE_SECONDS = 8;

    private final Parts parts;
    private final Deck deck;
    private final Random random;
    private final Consumer<Recovery> told;
    private final List<Recovery> recoveries = new ArrayList<>();

    Troubles(Parts parts, Random random, Consumer<Recovery> told) {
        this.parts = parts;
        this.random = random;
        this.deck = new Deck(random);
        this.told = told;
    }

    /** Goes on for a time, and until the last part has recovered. */
    List<Recovery> bring(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            var recovery = bring(deck.next());
            recoveries.add(recovery);
            told.accept(recovery);
            Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_SECONDS * 1000)));
        }
        return recoveries;
    }

    private Recovery bring(Trouble trouble) throws IOException, InterruptedException {
        trouble.happen(parts);
        long over = System.nanoTime();
        boolean ready = parts.awaitReady(trouble.part(), PATIENCE);
        return new Recovery(trouble, Duration.ofNanos(System.nanoTime() - over), ready);
    }
}
