package org.postroom.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.postroom.local.client.StackAddresses;

/** One organisation that misbehaves all the time, in one way after another, and poison in the log. */
final class Nuisances implements AutoCloseable {

    private static final int LONGEST_PAUSE_MILLISECONDS = 4_000;

    private final Nuisance nuisance;
    private final Poison poison;
    private final Random random;
    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
    private final Thread thread;
    private int poisoned;
    private volatile boolean closed;

    Nuisances(StackAddresses stack, Random random) {
        this.random = random;
        this.nuisance = new Nuisance(stack, random);
        this.poison = new Poison(stack.bootstrapServers(), random);
        this.thread = Thread.ofPlatform().daemon().name("nuisances").unstarted(this::misbehave);
    }

    void begin() {
        thread.start();
    }

    private void misbehave() {
        try {
            while (!closed) {
                perform(nuisance.any());
                poison();
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Nuisance.Named one) throws InterruptedException {
        try {
            one.deed().perform().forEach(answer -> note(one.name(), answer));
        } catch (IOException silent) {
            note(one.name(), "no answer");
        }
    }

    private synchronized void note(String name, String answer) {
        answers.computeIfAbsent(name, _ -> new TreeMap<>()).merge(answer, 1, Integer::sum);
    }

    private void poison() {
        int written = poison.write();
        synchronized (this) {
            poisoned += written;
        }
    }

    /** What was answered to each kind, and how often. */
    synchronized Map<String, Map<String, Integer>> answers() {
        return answers;
    }

    /** How many unreadable records were given to the broker. */
    synchronized int poisoned() {
        return poisoned;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofMinutes(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        poison.close();
    }
}
