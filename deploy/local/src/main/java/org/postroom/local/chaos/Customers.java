package org.postroom.local.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.postroom.local.mailbox.SmtpClient;

/**
 * Customers who write at a steady rate, and their mail servers, which try again, with the same mail, until it is taken: at a
 * refusal that begins with 4, and where the connection is lost before the answer, so that nobody knows.
 */
final class Customers implements AutoCloseable {

    static final String DOMAIN = "customer.test";

    private static final Duration PAUSE_BEFORE_NEXT_TRY = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 20;
    private static final int PEOPLE = 50;

    private final InetSocketAddress server;
    private final String recipient;
    private final Ledger ledger;
    private final AtomicInteger written = new AtomicInteger();
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Customers(InetSocketAddress server, String recipient, Ledger ledger) {
        this.server = server;
        this.recipient = recipient;
        this.ledger = ledger;
    }

    /** Begins to write. */
    void write(double mailsPerSecond) {
        long pause = (long) (TimeUnit.SECONDS.toNanos(1) / mailsPerSecond);
        var _ = clock.scheduleAtFixedRate(this::writeOne, 0, pause, TimeUnit.NANOSECONDS);
    }

    /** Writes no more; what was written is still tried until it is taken. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void writeOne() {
        int number = written.incrementAndGet();
        var id = "question-" + number + "@" + DOMAIN;
        ledger.written(id);
        Thread.ofVirtual().name("mail-" + number).start(() -> deliver(id, number));
    }

    private void deliver(String id, int number) {
        try {
            while (!tryOnce(id, number)) {
                Thread.sleep(PAUSE_BEFORE_NEXT_TRY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the server has decided. */
    private boolean tryOnce(String id, int number) throws InterruptedException {
        connections.acquire();
        try {
            var sender = "person-" + number % PEOPLE + "@" + DOMAIN;
            var outcome = SmtpClient.send(server, sender, List.of(recipient), mail(id, sender, number));
            if (outcome.accepted()) {
                ledger.accepted(id);
            } else if (outcome.reply().startsWith("5")) {
                ledger.refused(id, outcome.reply());
            }
            return outcome.accepted() || outcome.reply().startsWith("5");
        } catch (IOException lost) {
            return false;
        } finally {
            connections.release();
        }
    }

    private byte[] mail(String id, String sender, int number) {
        return """
                From: Person %1$d <%2$s>
                To: <%3$s>
                Subject: Question %4$d
                Message-ID: <%5$s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Good morning,

                this is question %4$d. Could you help me?
                %6$s
                """.formatted(number % PEOPLE, sender, recipient, number, id, "A line like many others.\n".repeat(80))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
