package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.benchmarks.service.ServiceProcess;
import org.postroom.events.common.MessageReference;
import org.postroom.local.host.Loopback;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.secret.SecretBox;

/**
 * Lets mail servers deliver mails while the reception is killed by SIGKILL and started again, over and over; then counts what
 * they were answered, what lies in the store, and what routing made of it.
 */
final class KillRun {

    /** How long a life lasts at most after the greeting. */
    private static final Duration LIFE = Duration.ofSeconds(2);

    /** One in so many lives ends before the greeting. */
    private static final int ENDS_BEFORE_GREETING = 10;

    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final Duration TO_SETTLE = Duration.ofMinutes(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /** What the JVM of a service is told that is to start quickly. */
    static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Plan plan;
    private final Path folder;
    private final Consumer<String> told;
    private final TrialMails mails;
    private final Random random;
    private final int port;
    private final List<Duration> starts = new ArrayList<>();

    /**
     * What a run is to be like.
     *
     * @param inbound the jar of the reception
     * @param routing the jar of routing
     * @param mails how many are written, the same number in each life
     * @param kills how often the reception is killed
     * @param order decides the mails and the moments
     */
    record Plan(Path inbound, Path routing, int mails, int kills, long order) {}

    private KillRun(Plan plan, Path folder, Consumer<String> told) throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.told = told;
        this.mails = new TrialMails(plan.order());
        this.random = new Random(plan.order());
        this.port = Processes.freePort();
    }

    /**
     * Runs it, with a broker and a registry of its own.
     *
     * @param folder a new folder for all that is kept
     * @param told is told of each life, a line at a time
     */
    static KillBalance run(Plan plan, Path folder, Consumer<String> told) throws Exception {
        return new KillRun(plan, folder, told).run();
    }

    private KillBalance run() throws Exception {
        try (var log = OwnLog.start(Files.createDirectory(folder.resolve("log")), 4)) {
            ReceivingDomain.write(log);
            Path state = Files.createDirectory(folder.resolve("routing"));
            try (var senders = new Senders(Loopback.at(port), mails, plan.mails());
                    var routing = ServiceProcess.start(
                            plan.routing(), SMALL, List.of(), state, log.bootstrapServers(), log.registryUrl())) {
                live(log, Files.createDirectory(folder.resolve("inbound")), senders);
                if (!routing.isAlive()) {
                    told.accept("Routing has ended by itself; its output is in " + state);
                }
                LogAccount account = LogAccount.read(log, TO_SETTLE);
                starts.sort(null);
                return balance(account, senders);
            }
        }
    }

    private void live(OwnLog log, Path data, Senders senders) throws IOException, InterruptedException {
        var program =
                new Inbound.Program(plan.inbound(), SMALL, List.of("--postroom.inbound.authenticity.enabled=false"));
        for (int life = 0; life < plan.kills(); life++) {
            try (Inbound reception = Inbound.startAt(port, "Postroom", program, data, log)) {
                senders.write(share(life), share(life + 1), LIFE);
                String moment = awaitMoment(reception);
                reception.kill();
                told.accept("killed for the " + (life + 1) + ". time " + moment + "; accepted so far: "
                        + senders.accepted());
            }
        }
        try (Inbound last = Inbound.startAt(port, "Postroom", program, data, log)) {
            awaitGreeting(last);
            if (!senders.awaitDecisions(TO_SETTLE)) {
                told.accept("Not every mail was taken when the run stopped waiting for it");
            }
        }
    }

    /** The first mail of a life; the mails are spread over all lives. */
    private int share(int life) {
        return (int) ((long) plan.mails() * life / plan.kills());
    }

    /** Waits for the moment at which the reception is killed, and returns it in words. */
    private String awaitMoment(Inbound reception) throws IOException, InterruptedException {
        if (random.nextInt(ENDS_BEFORE_GREETING) == 0 && !starts.isEmpty()) {
            long pause = random.nextLong(starts.getLast().toMillis());
            Thread.sleep(pause);
            return pause + " ms after its start";
        }
        starts.add(awaitGreeting(reception));
        long pause = random.nextLong(LIFE.toMillis());
        Thread.sleep(pause);
        return pause + " ms after its first greeting";
    }

    /** Returns how long it took. */
    private Duration awaitGreeting(Inbound reception) throws InterruptedException {
        long begun = System.nanoTime();
        while (!greets()) {
            if (!reception.isAlive() || System.nanoTime() - begun > TO_START.toNanos()) {
                throw new IllegalStateException(
                        "expected the reception to greet, but it does not; its output is in " + folder);
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean greets() {
        try (var socket = new Socket(Loopback.address(), port)) {
            socket.setSoTimeout((int) LIFE.toMillis());
            return socket.getInputStream().read() == '2';
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private KillBalance balance(LogAccount account, Senders senders) throws IOException {
        Clock clock = Clock.systemUTC();
        MessageStore store = EncryptedMessageStore.in(
                Inbound.mails(folder.resolve("inbound")),
                SecretBox.of(Inbound.MASTER_KEY),
                new TimeOrderedIds(clock),
                clock);
        long stored = IntStream.range(0, plan.mails())
                .filter(number -> isStored(number, account.copies(mails.messageId(number)), store))
                .count();
        return new KillBalance(
                plan.mails(),
                plan.kills(),
                senders.accepted(),
                stored,
                account.interactions(),
                account.mailsWithOneInteraction(),
                senders.refused(),
                account.repeats(),
                senders.lost(),
                senders.deferred(),
                starts);
    }

    /** Whether a mail has a copy, and each of its copies is what the log says, and ends with what was sent. */
    private boolean isStored(int number, List<MessageReference> copies, MessageStore store) {
        byte[] sent = mails.content(number);
        return !copies.isEmpty() && copies.stream().allMatch(copy -> isCopy(copy, sent, store));
    }

    private boolean isCopy(MessageReference copy, byte[] sent, MessageStore store) {
        try (InputStream in = store.open(ReceivingDomain.ORGANISATION, copy.getKey());
                var digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] kept = digested.readAllBytes();
            int received = kept.length - sent.length;
            return kept.length == copy.getSize()
                    && HexFormat.of()
                            .formatHex(digested.getMessageDigest().digest())
                            .equals(copy.getSha256())
                    && received > 0
                    && Arrays.equals(kept, received, kept.length, sent, 0, sent.length);
        } catch (IOException unreadable) {
            told.accept(copy.getKey() + " cannot be read: " + unreadable.getMessage());
            return false;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected every Java to know SHA-256", impossible);
        }
    }
}
