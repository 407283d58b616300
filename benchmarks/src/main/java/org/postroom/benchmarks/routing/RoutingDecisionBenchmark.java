package org.postroom.benchmarks.routing;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.postroom.routing.decision.Decision;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.presence.AgentStatus;

/**
 * Whole decisions of a busy organisation whose waiting list keeps its length: a mail arrives and is threaded and queued,
 * an agent closes an interaction and is offered the best waiting one, an agent accepts an offer. Each of the three is one
 * decision, with its events and the changes to store. Everything is on one thread, with a collector of one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-Xmn1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
public class RoutingDecisionBenchmark {

    private static final int DECISIONS = 3;
    private static final long SCATTER = 0x9e37_79b9_7f4a_7c15L;
    private static final long MAIL = 0x01a2_2022_cabe_79c7L;
    private static final long COMMAND = 0x01a2_2022_cabe_7000L;
    private static final Duration BETWEEN_MAILS = Duration.ofMillis(100);
    private static final RoutingPolicy POLICY = new RoutingPolicy(Duration.ofHours(1), Duration.ofHours(1));

    /** How many interactions wait. */
    @Param({"1000", "100000", "1000000"})
    public int waiting;

    /** Which version of the decisions; from 3 on an event tells who was looked at. */
    @Param({"2", "3"})
    public int version;

    private OrganisationRouting routing = OrganisationRouting.empty(POLICY);
    private List<Address> addresses = List.of();
    private final Deque<RoutingEvent.InteractionOffered> offers = new ArrayDeque<>();
    private final Deque<RoutingEvent.InteractionOffered> handled = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private long mails;
    private long commands;
    private long rounds;
    private long processorNanos;

    /** Makes the benchmark; JMH does. */
    public RoutingDecisionBenchmark() {}

    /** Fills the waiting list and gives every agent something to handle. */
    @Setup(Level.Trial)
    public void open() {
        var centre = new BusyCentre();
        now = Instant.parse("2026-11-22T08:00:00Z");
        routing = OrganisationRouting.empty(POLICY);
        routing.decide(new RoutingInput.TermsChanged(new Terms(version, POLICY)), now);
        centre.queues().forEach(queue -> routing.decide(new RoutingInput.QueueConfigured(queue), now));
        addresses = centre.addresses();
        addresses.forEach(address -> routing.decide(new RoutingInput.AddressConfigured(address), now));
        var profiles = centre.agents();
        profiles.forEach(profile -> routing.decide(new RoutingInput.AgentConfigured(profile), now));
        for (int number = 0; number < waiting + BusyCentre.AGENTS; number++) {
            now = now.plusMillis(1);
            routing.decide(mail(), now);
        }
        begin();
    }

    private void begin() {
        for (int number = 0; number < BusyCentre.AGENTS; number++) {
            var agent = BusyCentre.agent(number);
            note(routing.decide(new RoutingInput.ChangeAgentStatus(command(), agent, AgentStatus.ON_QUEUE), now));
        }
        while (!offers.isEmpty()) {
            accept();
        }
    }

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void startCounting() {
        rounds = 0;
        processorNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Prints decisions per second of processor time, which other work on the machine does not distort. */
    @TearDown(Level.Iteration)
    public void printProcessorRate() {
        var spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorNanos;
        System.out.printf("[%.0f decisions per processor second] ", rounds * DECISIONS * 1e9 / spent);
    }

    /** One round: a mail, an end with what follows from it, an answer to the oldest offer. */
    @Benchmark
    @OperationsPerInvocation(DECISIONS)
    public void decide(Blackhole sink) {
        rounds++;
        now = now.plus(BETWEEN_MAILS);
        sink.consume(note(routing.decide(mail(), now)));
        sink.consume(note(close()));
        sink.consume(offers.isEmpty() ? routing.decide(new RoutingInput.TimerElapsed(), now) : accept());
    }

    private Decision close() {
        var longest = handled.pollFirst();
        if (longest == null) {
            throw new IllegalStateException("expected a busy agent, but everybody is idle");
        }
        return routing.decide(
                new RoutingInput.CloseInteraction(command(), longest.agentId(), longest.interactionId(), null), now);
    }

    private Decision accept() {
        var offer = offers.removeFirst();
        handled.addLast(offer);
        return routing.decide(
                new RoutingInput.AcceptInteraction(command(), offer.agentId(), offer.interactionId()), now);
    }

    private Decision note(Decision decision) {
        for (var event : decision.events()) {
            if (event instanceof RoutingEvent.InteractionOffered offer) {
                offers.addLast(offer);
            }
        }
        return decision;
    }

    private RoutingInput mail() {
        mails++;
        var address = addresses.get((int) (mails * 7919 % addresses.size()));
        var author = "customer-" + mails + "@example.com";
        return new RoutingInput.EmailReceived(
                new EmailId(uuid(MAIL, mails)),
                List.of(address.addressId()),
                new EmailAddress(author),
                Set.of(new EmailAddress(author)),
                new Customer(author, null),
                "A question",
                new MessageId(mails + "@example.com"),
                List.of(),
                List.of());
    }

    private CommandId command() {
        commands++;
        return new CommandId(uuid(COMMAND, commands));
    }

    /** As identifiers are in earnest. */
    private static String uuid(long kind, long number) {
        return new UUID(kind, number * SCATTER).toString();
    }
}
