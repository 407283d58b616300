package org.postroom.benchmarks.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.postroom.routing.acd.Candidates;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.presence.AgentPresence;

/** What it costs to say who was looked at for one interaction: it must not grow with the members of the queue. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExplanationBenchmark {

    private static final QueueId QUEUE = new QueueId("support");
    private static final SkillId SKILL = new SkillId("billing");
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    /** How many agents serve the queue; every second one has the skill. */
    @Param({"10", "300", "5000"})
    public int members;

    private Dispatcher everybodyBusy = new Dispatcher();
    private Dispatcher everybodyFree = new Dispatcher();
    private WaitingItem item = item();
    private AgentId chosen = BusyCentre.agent(0);

    /** Makes the benchmark; JMH does. */
    public ExplanationBenchmark() {}

    /** Opens a centre in which nobody is free, and one in which everybody is. */
    @Setup(Level.Trial)
    public void open() {
        everybodyBusy = centre(1);
        everybodyFree = centre(0);
        item = item();
        chosen = BusyCentre.agent(0);
    }

    /** Nobody could take it. */
    @Benchmark
    public Candidates inVain() {
        return everybodyBusy.candidatesFor(item, null);
    }

    /** It is offered, and others could have taken it. */
    @Benchmark
    public Candidates offered() {
        return everybodyFree.candidatesFor(item, chosen);
    }

    private Dispatcher centre(int load) {
        var dispatcher = new Dispatcher();
        var agents = IntStream.range(0, members).mapToObj(BusyCentre::agent).toList();
        for (int number = 0; number < members; number++) {
            var agent = agents.get(number);
            Map<SkillId, Integer> skills = number % 2 == 0 ? Map.of(SKILL, 3) : Map.of();
            dispatcher.configure(new AgentProfile(agent, 1, skills, Set.of(new Language("en"))));
            dispatcher.note(AgentPresence.unseen(agent).goOnQueue(START.plusSeconds(number)));
            dispatcher.addLoad(agent, load);
        }
        dispatcher.configure(new Queue(QUEUE, agents.stream().collect(Collectors.toSet()), Duration.ofMinutes(5)));
        dispatcher.add(item());
        return dispatcher;
    }

    private static WaitingItem item() {
        return WaitingItem.of(
                new InteractionId(1, 1),
                new Requirement(QUEUE, List.of(new SkillLevel(SKILL, 2)), new Language("en")),
                0,
                START,
                Map.of());
    }
}
