package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.benchmarks.service.ServiceProcess;
import org.postroom.local.host.Loopback;
import org.postroom.local.mailbox.SmtpClient;

/**
 * Lets many people write at a steady rate while one sender writes many times as much, to the same address, and measures how
 * soon the mails of the many are queued after their 250. The sender is not held back by the rates of the reception, so that it is
 * not those that are measured.
 */
final class FloodRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CONNECTIONS_OF_THE_ONE = 100;
    private static final int SMALL = 5_000;
    private static final int WARM_UP = 500;
    private static final int WARM_UP_RATE = 50;

    private final Plan plan;
    private final TrialMails mails;
    private final InetSocketAddress server;
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private final AtomicInteger ofTheOne = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final Semaphore connectionsOfTheOne = new Semaphore(CONNECTIONS_OF_THE_ONE);

    /**
     * What a run is to be like.
     *
     * @param inbound the jar of the reception
     * @param routing the jar of routing
     * @param rate how many mails the many write in a second
     * @param times how many times as many the one writes
     * @param seconds how long
     */
    record Plan(Path inbound, Path routing, double rate, int times, int seconds) {}

    /**
     * What came of it.
     *
     * @param mails how many the many wrote
     * @param ofTheOne how many of the one were accepted
     * @param putOff how often any mail was asked to come again
     * @param millis how long each mail of the many that was queued took from its 250, in milliseconds, the quickest first
     */
    record Result(int mails, int ofTheOne, int putOff, List<Long> millis) {

        /** Whether every mail of the many was queued. */
        boolean isWhole() {
            return millis.size() == mails;
        }

        /** The time within which so many of a hundred mails of the many that were queued were so. */
        Duration percentile(int percent) {
            int rank = (int) Math.ceil(percent / 100.0 * millis.size());
            return Duration.ofMillis(millis.get(Math.max(rank, 1) - 1));
        }
    }

    private FloodRun(Plan plan) throws IOException {
        this.plan = plan;
        this.mails = new TrialMails(System.nanoTime());
        this.server = Loopback.at(Processes.freePort());
    }

    /**
     * Runs it, with a broker, a registry, a reception and routing of its own.
     *
     * @param folder a new folder for all that is kept
     */
    static Result run(Plan plan, Path folder) throws Exception {
        return new FloodRun(plan).run(folder);
    }

    private Result run(Path folder) throws Exception {
        try (var log = OwnLog.start(Files.createDirectory(folder.resolve("log")), 4)) {
            ReceivingDomain.write(log);
            Path state = Files.createDirectory(folder.resolve("routing"));
            Path data = Files.createDirectory(folder.resolve("inbound"));
            var program = new Inbound.Program(
                    plan.inbound(), KillRun.SMALL, List.of("--postroom.inbound.authenticity.enabled=false"));
            try (var queued = new QueuedMails(log);
                    var routing = ServiceProcess.start(
                            plan.routing(),
                            KillRun.SMALL,
                            List.of(),
                            state,
                            log.bootstrapServers(),
                            log.registryUrl());
                    var reception = Inbound.startAt(server.getPort(), "Postroom", program, data, log)) {
                write(WARM_UP, WARM_UP_RATE, number -> fromTheMany(-1 - number));
                queued.await(answeredAt.keySet(), PATIENCE);
                answeredAt.clear();
                writeBoth();
                if (!routing.isAlive() || !reception.isAlive()) {
                    throw new IllegalStateException("expected both services to run, but one has ended; see " + folder);
                }
                queued.await(answeredAt.keySet(), PATIENCE);
                return result(queued);
            }
        }
    }

    private Result result(QueuedMails queued) {
        List<Long> millis = new ArrayList<>();
        answeredAt.forEach((email, answered) -> queued.at(email)
                .ifPresent(at ->
                        millis.add(Math.max(0, Duration.ofNanos(at - answered).toMillis()))));
        millis.sort(null);
        return new Result(mailsOfTheMany(), ofTheOne.get(), putOff.get(), millis);
    }

    private int mailsOfTheMany() {
        return (int) (plan.rate() * plan.seconds());
    }

    private void writeBoth() throws InterruptedException {
        var flood = Thread.ofPlatform()
                .start(() -> write(mailsOfTheMany() * plan.times(), plan.rate() * plan.times(), this::fromTheOne));
        write(mailsOfTheMany(), plan.rate(), this::fromTheMany);
        flood.join();
    }

    /** Begins one mail after the other, whether those before it are through or not, and waits for all. */
    private static void write(int count, double perSecond, IntConsumer one) {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                int mail = number;
                long due = begun
                        + (long) (number / perSecond * Duration.ofSeconds(1).toNanos());
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> one.accept(mail));
            }
        }
    }

    private void fromTheMany(int number) {
        var mail = new TrialMails(mails.order() + 1);
        String reply = deliver(mail.sender(number), mail.content(number, SMALL));
        answeredAt.put(reply.substring(reply.lastIndexOf(' ') + 1), System.nanoTime());
    }

    private void fromTheOne(int number) {
        connectionsOfTheOne.acquireUninterruptibly();
        try {
            deliver("flood@customer.test", mails.content(number));
            ofTheOne.incrementAndGet();
        } finally {
            connectionsOfTheOne.release();
        }
    }

    /** Tries until it is taken; returns the answer. */
    private String deliver(String sender, byte[] content) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var outcome = SmtpClient.send(server, sender, List.of(ReceivingDomain.ADDRESS), content);
                if (outcome.accepted()) {
                    return outcome.reply();
                }
                putOff.incrementAndGet();
            } catch (IOException broken) {
                putOff.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("expected every mail to be taken, but one was not within " + PATIENCE);
    }
}
