package org.postroom.benchmarks.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.presence.AgentPresence;

/** The assignment alone: an agent is free, takes the best waiting interaction, and a new one of its kind takes its place. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AssignmentBenchmark {

    /** How many interactions wait. */
    @Param({"1000", "100000", "1000000"})
    public int waiting;

    private Dispatcher dispatcher = new Dispatcher();
    private List<Address> addresses = List.of();
    private AgentId[] agents = new AgentId[0];
    private Instant now = Instant.EPOCH;
    private long arrivals;
    private int nextAgent;

    /** Makes the benchmark; JMH does. */
    public AssignmentBenchmark() {}

    /** Fills the waiting list. */
    @Setup(Level.Trial)
    public void open() {
        var centre = new BusyCentre();
        dispatcher = new Dispatcher();
        now = Instant.parse("2026-11-22T08:00:00Z");
        addresses = centre.addresses();
        centre.queues().forEach(dispatcher::configure);
        centre.agents().forEach(dispatcher::configure);
        agents = centre.agents().stream()
                .map(profile -> profile.agentId())
                .peek(agent -> dispatcher.note(AgentPresence.unseen(agent).goOnQueue(now)))
                .toArray(AgentId[]::new);
        for (int number = 0; number < waiting; number++) {
            dispatcher.add(arrival());
        }
    }

    /** One assignment. */
    @Benchmark
    public WaitingItem assign() {
        nextAgent = (nextAgent + 1) % agents.length;
        var best = dispatcher.workFor(agents[nextAgent]);
        if (best == null) {
            throw new IllegalStateException("expected something to wait, but the agent found nothing to do");
        }
        dispatcher.remove(best);
        dispatcher.add(arrivalLike(best));
        return best;
    }

    private WaitingItem arrival() {
        var address = addresses.get((int) (arrivals * 7919 % addresses.size()));
        var queueId = Objects.requireNonNull(address.queueId(), "expected an address with a queue, but it has none");
        return arrival(new Requirement(queueId, address.skills(), address.language()), address.priority());
    }

    private WaitingItem arrivalLike(WaitingItem taken) {
        return arrival(taken.requirement(), (int) (arrivals % 30));
    }

    private WaitingItem arrival(Requirement requirement, int priority) {
        arrivals++;
        now = now.plusMillis(1);
        return WaitingItem.of(
                new InteractionId(arrivals * 0x9E37_79B9_7F4A_7C15L, arrivals), requirement, priority, now, Map.of());
    }
}
