package org.postroom.benchmarks.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.journal.Decision;
import org.postroom.routing.journal.OrganisationRouting;
import org.postroom.routing.journal.RoutingEvent;
import org.postroom.routing.journal.RoutingInput;
import org.postroom.routing.journal.RoutingPolicy;
import org.postroom.routing.presence.AgentStatus;

/**
 * Whole decisions of a busy organisation whose waiting list keeps its length: a mail arrives and is threaded and queued,
 * an agent closes an interaction and is offered the best waiting one, the agent accepts it. Each of the three is one
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
    private static final Duration BETWEEN_MAILS = Duration.ofMillis(100);
    private static final RoutingPolicy POLICY = new RoutingPolicy(Duration.ofHours(1), Duration.ofHours(1));

    /** How many interactions wait. */
    @Param({"1000", "100000", "1000000"})
    public int waiting;

    private OrganisationRouting routing = OrganisationRouting.empty(POLICY);
    private List<Address> addresses = List.of();
    private Instant now = Instant.EPOCH;
    private InteractionId[] handled = new InteractionId[0];
    private AgentId[] agents = new AgentId[0];
    private long mails;
    private long commands;
    private int nextAgent;

    /** Makes the benchmark; JMH does. */
    public RoutingDecisionBenchmark() {}

    /** Fills the waiting list and gives every agent something to handle. */
    @Setup(Level.Trial)
    public void open() {
        var centre = new BusyCentre();
        now = Instant.parse("2026-11-22T08:00:00Z");
        routing = OrganisationRouting.empty(POLICY);
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
        var busy = new ArrayList<Map.Entry<AgentId, InteractionId>>();
        for (int number = 0; number < BusyCentre.AGENTS; number++) {
            var agent = BusyCentre.agent(number);
            var decision =
                    routing.decide(new RoutingInput.ChangeAgentStatus(command(), agent, AgentStatus.ON_QUEUE), now);
            var offered = offered(decision);
            if (offered != null) {
                routing.decide(new RoutingInput.AcceptInteraction(command(), agent, offered), now);
                busy.add(Map.entry(agent, offered));
            }
        }
        agents = busy.stream().map(Map.Entry::getKey).toArray(AgentId[]::new);
        handled = busy.stream().map(Map.Entry::getValue).toArray(InteractionId[]::new);
    }

    /** One round: mail, close and offer, accept. */
    @Benchmark
    @OperationsPerInvocation(DECISIONS)
    public void decide(Blackhole sink) {
        now = now.plus(BETWEEN_MAILS);
        sink.consume(routing.decide(mail(), now));
        nextAgent = (nextAgent + 1) % agents.length;
        var agent = agents[nextAgent];
        var closed = routing.decide(new RoutingInput.CloseInteraction(command(), agent, handled[nextAgent], null), now);
        var offered = offered(closed);
        if (offered == null) {
            throw new IllegalStateException("expected an offer, but the agent found nothing to do");
        }
        sink.consume(routing.decide(new RoutingInput.AcceptInteraction(command(), agent, offered), now));
        handled[nextAgent] = offered;
    }

    private static @org.jspecify.annotations.Nullable InteractionId offered(Decision decision) {
        for (var event : decision.events()) {
            if (event instanceof RoutingEvent.InteractionOffered offer) {
                return offer.interactionId();
            }
        }
        return null;
    }

    private RoutingInput mail() {
        mails++;
        var address = addresses.get((int) (mails * 7919 % addresses.size()));
        var author = "customer-" + mails + "@example.com";
        return new RoutingInput.EmailReceived(
                new EmailId("mail-" + mails),
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
        return new CommandId("command-" + commands);
    }
}
