package org.postroom.routing.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
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

class DispatcherTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<Language> LANGUAGES = List.of(new Language("de"), new Language("en"));
    private static final int AGENTS = 8;
    private static final int ITEMS = 120;

    @Property(tries = 100)
    void findsTheSameWorkAsLookingAtEverything(@ForAll long seed) {
        var random = new Random(seed);
        var dispatcher = new Dispatcher();
        var agents = new ArrayList<AgentProfile>();
        var queues = configure(dispatcher, agents, random);
        var waiting = new ArrayList<WaitingItem>();
        for (int number = 0; number < ITEMS; number++) {
            var item = item(number, random);
            waiting.add(item);
            dispatcher.add(item);
        }

        while (!waiting.isEmpty()) {
            var agent = agents.get(random.nextInt(agents.size()));
            var expected = waiting.stream()
                    .filter(item -> mayTake(agent, item, queues))
                    .max(Comparator.comparingDouble((WaitingItem item) -> item.rank())
                            .thenComparing(
                                    (WaitingItem item) -> item.interactionId().value(), Comparator.reverseOrder()));
            assertThat(dispatcher.workFor(agent.agentId())).isEqualTo(expected.orElse(null));
            var leaving = expected.orElse(waiting.getFirst());
            waiting.remove(leaving);
            dispatcher.remove(leaving);
            assertThat(dispatcher.waiting()).isEqualTo(waiting.size());
        }
    }

    @Property(tries = 100)
    void findsTheFairestOfAllAgents(@ForAll long seed) {
        var random = new Random(seed);
        var dispatcher = new Dispatcher();
        var agents = new ArrayList<AgentProfile>();
        var queues = configure(dispatcher, agents, random);
        var loads = agents.stream().collect(Collectors.toMap(AgentProfile::agentId, _ -> random.nextInt(3)));
        loads.forEach(dispatcher::addLoad);

        for (int number = 0; number < ITEMS; number++) {
            var item = item(number, random);
            var expected = agents.stream()
                    .filter(agent -> loads.get(agent.agentId()) < agent.emailCapacity())
                    .filter(agent -> mayTake(agent, item, queues))
                    .min(Comparator.comparingInt((AgentProfile agent) -> loads.get(agent.agentId()))
                            .thenComparing(agent -> agent.agentId().value()));
            assertThat(dispatcher.agentFor(item))
                    .isEqualTo(expected.map(AgentProfile::agentId).orElse(null));
        }
    }

    @Test
    void scoresPriorityPlusMinutesWaited() {
        var score = Score.at(20, START, START.plus(Duration.ofMinutes(4)));

        assertThat(score.total()).isEqualTo(24.0);
    }

    @Test
    void keepsTheOrderOfScoresWhateverTheMoment() {
        var urgent = WaitingItem.of(new InteractionId("urgent"), requirement(new Random(1)), 20, START, Map.of());
        var early = WaitingItem.of(
                new InteractionId("early"),
                requirement(new Random(1)),
                0,
                START.minus(Duration.ofMinutes(19)),
                Map.of());

        assertThat(WaitingItem.BEST_FIRST.compare(urgent, early)).isNegative();
    }

    private static List<Queue> configure(Dispatcher dispatcher, List<AgentProfile> agents, Random random) {
        for (int number = 0; number < AGENTS; number++) {
            var agent = new AgentProfile(
                    new AgentId("agent-" + number),
                    3,
                    Map.of(new SkillId("skill-0"), random.nextInt(6), new SkillId("skill-1"), random.nextInt(6)),
                    Set.of(LANGUAGES.get(random.nextInt(2))));
            agents.add(agent);
            dispatcher.configure(agent);
            dispatcher.note(AgentPresence.unseen(agent.agentId()).goOnQueue(START));
        }
        var queues = IntStream.range(0, 3)
                .mapToObj(number -> new Queue(
                        new QueueId("queue-" + number),
                        agents.stream()
                                .map(AgentProfile::agentId)
                                .filter(_ -> random.nextBoolean())
                                .collect(Collectors.toSet()),
                        Duration.ofMinutes(5)))
                .toList();
        queues.forEach(dispatcher::configure);
        return queues;
    }

    private static WaitingItem item(int number, Random random) {
        return WaitingItem.of(
                new InteractionId("interaction-" + number),
                requirement(random),
                random.nextInt(10),
                START.plusSeconds(random.nextInt(300)),
                Map.of());
    }

    private static Requirement requirement(Random random) {
        return new Requirement(
                new QueueId("queue-" + random.nextInt(3)),
                List.of(new SkillLevel(new SkillId("skill-" + random.nextInt(2)), random.nextInt(6))),
                random.nextBoolean() ? null : LANGUAGES.get(random.nextInt(2)));
    }

    private static boolean mayTake(AgentProfile agent, WaitingItem item, List<Queue> queues) {
        var requirement = item.requirement();
        var language = requirement.language();
        return queues.stream()
                        .filter(queue -> queue.queueId().equals(requirement.queueId()))
                        .anyMatch(queue -> queue.members().contains(agent.agentId()))
                && requirement.skills().stream().allMatch(agent::has)
                && (language == null || agent.speaks(language));
    }
}
