package org.postroom.local.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogTail;
import org.postroom.local.client.StackAddresses;

/**
 * Lets customers write and agents answer at a steady rate while the parts of the stack are killed, frozen, restarted and find
 * their disks full, unreadable records come into the log and one organisation misbehaves; then draws the balance from the log.
 */
public final class Chaos {

    private static final Duration TO_SETTLE = Duration.ofMinutes(6);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ChaosPlan plan;
    private final Parts parts;
    private final StackAddresses stack;
    private final Consumer<String> told;
    private final Clock clock = Clock.systemUTC();
    private final Account account = new Account();
    private final Ledger ledger = new Ledger();
    private final DeskWork work = new DeskWork(Set.copyOf(Scene.AGENTS));

    private Chaos(Path data, ChaosPlan plan, Consumer<String> told) {
        this.plan = plan;
        this.parts = new Parts(data);
        this.stack = parts.stack().addresses();
        this.told = told;
    }

    /**
     * Runs it on a stack that is up and that nobody else uses: nothing on it is spared.
     *
     * @param data the data folder of the stack
     * @param plan how long, how much, and in which order
     * @param told is told what happens, a line at a time
     * @throws IOException where the run itself cannot go on
     */
    public static ChaosReport run(Path data, ChaosPlan plan, Consumer<String> told)
            throws IOException, InterruptedException {
        return new Chaos(data, plan, told).run();
    }

    private ChaosReport run() throws IOException, InterruptedException {
        var random = new Random(plan.seed());
        Scene.set(stack);
        var nuisances = new Nuisances(stack, new Random(random.nextLong()));
        try (var log = new LogTail(stack, this::follow);
                var desk = new Desk(stack, work, clock)) {
            desk.open(Scene.AGENTS);
            var recoveries = breakThings(random, nuisances);
            told.accept("No more mail is written, and nothing more is broken. What is under way comes to its end.");
            boolean settled = settle(log);
            return report(recoveries, nuisances, log.unreadable(), settled);
        }
    }

    private List<Recovery> breakThings(Random random, Nuisances nuisances) throws IOException, InterruptedException {
        try (nuisances;
                var customers = new Customers(stack.smtp(), Scene.ADDRESS, ledger)) {
            customers.write(plan.mailsPerSecond());
            nuisances.begin();
            return new Troubles(parts, random, recovery -> told.accept(Words.of(recovery))).bring(plan.duration());
        }
    }

    private void follow(SpecificRecord event) {
        synchronized (account) {
            account.follow(event);
        }
        work.follow(event);
    }

    /** Waits until every mail that was written is taken or refused, and every one that was taken has ended. */
    private boolean settle(LogTail log) throws InterruptedException {
        long end = System.nanoTime() + TO_SETTLE.toNanos();
        while (!hasSettled()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        try {
            log.catchUp(TO_SETTLE);
            return true;
        } catch (TimeoutException brokerGone) {
            return false;
        }
    }

    private boolean hasSettled() {
        if (ledger.waiting() > 0) {
            return false;
        }
        synchronized (account) {
            return ledger.accepted().stream().allMatch(account::hasEnded);
        }
    }

    private ChaosReport report(List<Recovery> recoveries, Nuisances nuisances, long unreadable, boolean settled)
            throws IOException, InterruptedException {
        var copies = copies();
        synchronized (account) {
            return new ChaosReport(
                    plan,
                    account.balance(ledger.accepted(), copies),
                    ledger.waiting(),
                    ledger.refused(),
                    recoveries,
                    account.untilOffered(),
                    nuisances.answers(),
                    unreadable,
                    settled);
        }
    }

    /** How many copies of each mail came to the customers, who know nothing of the log. */
    private Map<String, Integer> copies() throws IOException, InterruptedException {
        var copies = new HashMap<String, Integer>();
        ApiClient.anonymous()
                .get(stack.mailbox(), "/messages")
                .valueStream()
                .filter(mail -> mail.path("recipients")
                        .valueStream()
                        .anyMatch(recipient -> recipient.asString().endsWith("@" + Customers.DOMAIN)))
                .map(mail -> mail.path("messageId").asString().replaceAll("^<|>$", ""))
                .forEach(id -> copies.merge(id, 1, Integer::sum));
        return copies;
    }
}
