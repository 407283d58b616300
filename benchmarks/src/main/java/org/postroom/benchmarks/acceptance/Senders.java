package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.postroom.local.mailbox.SmtpClient;

/**
 * Mail servers with a mail each, which they keep, and try again, until it is taken or refused for good: at an answer that begins
 * with 4, where nobody listens, and where the connection is lost before the answer, so that nobody knows.
 */
final class Senders implements AutoCloseable {

    private static final int CONNECTIONS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final InetSocketAddress server;
    private final TrialMails mails;
    private final CountDownLatch undecided;
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> refused = new ConcurrentHashMap<>();
    private final LongAdder lost = new LongAdder();
    private final LongAdder deferred = new LongAdder();
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Knows of the mails, and sends none yet.
     *
     * @param count how many there will be
     */
    Senders(InetSocketAddress server, TrialMails mails, int count) {
        this.server = server;
        this.mails = mails;
        this.undecided = new CountDownLatch(count);
    }

    /** Writes the mails of some numbers, each at a moment of its own within a time from now on. */
    void write(int from, int to, Duration within) {
        for (int number = from; number < to; number++) {
            int mail = number;
            var random = new Random(mails.order() + mail);
            threads.execute(() -> deliver(mail, random, random.nextLong(within.toMillis())));
        }
    }

    /** Waits until all mails were taken or refused; returns whether they were in time. */
    boolean awaitDecisions(Duration patience) throws InterruptedException {
        return undecided.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many mails were answered with 250. */
    int accepted() {
        return accepted.size();
    }

    /** The mails that were refused for good, each with the answer. */
    Map<Integer, String> refused() {
        return Map.copyOf(refused);
    }

    /** How often a connection ended before the answer. */
    long lost() {
        return lost.sum();
    }

    /** How often a mail was refused for now. */
    long deferred() {
        return deferred.sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void deliver(int number, Random random, long firstPause) {
        try {
            Thread.sleep(firstPause);
            while (!tryOnce(number)) {
                Thread.sleep(random.nextLong(LONGEST_PAUSE.toMillis()));
            }
            undecided.countDown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the server has decided. */
    private boolean tryOnce(int number) throws InterruptedException {
        connections.acquire();
        try {
            var outcome = SmtpClient.send(
                    server, mails.sender(number), List.of(ReceivingDomain.ADDRESS), mails.content(number));
            if (outcome.accepted()) {
                accepted.add(number);
                return true;
            }
            if (outcome.reply().startsWith("5")) {
                refused.put(number, outcome.reply());
                return true;
            }
            deferred.increment();
            return false;
        } catch (ConnectException nobodyThere) {
            return false;
        } catch (IOException broken) {
            lost.increment();
            return false;
        } finally {
            connections.release();
        }
    }
}
