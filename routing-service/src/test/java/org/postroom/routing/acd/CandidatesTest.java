package org.postroom.routing.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.presence.AgentPresence;
import org.postroom.routing.presence.AgentStatus;

/** Who is named where an assignment is explained, and what is said of each. */
class CandidatesTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final QueueId SUPPORT = new QueueId("support");
    private static final SkillId BILLING = new SkillId("billing");
    private static final Language FRENCH = new Language("fr");

    private final Dispatcher dispatcher = new Dispatcher();

    /** Whatever the agents are, the explanation says what the rules say, and of everybody in a team. */
    @Property(tries = 200)
    void saysOfEachMemberWhatTheRulesSay(@ForAll long seed) {
        var random = new Random(seed);
        var centre = new Dispatcher();
        var members = new HashSet<AgentId>();
        for (int number = 0; number < 12; number++) {
            var agent = new AgentId("agent-" + number);
            centre.configure(new AgentProfile(
                    agent, random.nextInt(3), Map.of(BILLING, random.nextInt(6)), Set.of(pick(random, "fr", "de"))));
            if (random.nextInt(4) > 0) {
                centre.note(AgentPresence.unseen(agent).goOnQueue(START.plusSeconds(random.nextInt(100))));
            }
            centre.addLoad(agent, random.nextInt(3));
            if (random.nextInt(4) > 0) {
                members.add(agent);
            }
        }
        centre.configure(new Queue(SUPPORT, members, Duration.ofMinutes(5)));
        var item = item(Map.of(new AgentId("agent-3"), START.plusSeconds(200)), random.nextInt(4));
        centre.add(item);
        var chosen = centre.agentFor(item);

        var candidates = centre.candidatesFor(item, chosen);

        var verdicts = new HashMap<AgentId, List<String>>();
        for (var verdict : centre.explain(item)) {
            if (members.contains(verdict.agentId())) {
                verdicts.put(verdict.agentId(), refusals(verdict));
            }
        }
        assertThat(candidates.further()).isZero();
        assertThat(candidates.listed().stream().collect(Collectors.toMap(Candidate::agentId, Candidate::obstacles)))
                .isEqualTo(verdicts);
        assertThat(candidates.listed())
                .isSortedAccordingTo((one, other) -> Integer.compare(
                        one.obstacles().size(), other.obstacles().size()));
        assertThat(candidates.listed().stream()
                        .filter(Candidate::couldTakeIt)
                        .map(Candidate::agentId)
                        .findFirst()
                        .orElse(null))
                .isEqualTo(chosen);
    }

    @Test
    void tellsWhatKeepsSomebodyFromIt() {
        agent("anna", 2, 1, "de");
        serves("anna");
        dispatcher.addLoad(new AgentId("anna"), 2);
        var declined = START.plusSeconds(30);
        var item = item(Map.of(new AgentId("anna"), declined), 3);

        assertThat(dispatcher.candidatesFor(item, null))
                .isEqualTo(new Candidates(
                        List.of(new Candidate(
                                new AgentId("anna"),
                                List.of(
                                        "HAS_SKILLS",
                                        "SPEAKS_LANGUAGE",
                                        "ON_QUEUE",
                                        "HAS_CAPACITY",
                                        "HAS_NOT_DECLINED"),
                                List.of(new SkillLevel(BILLING, 3)),
                                List.of(new Language("de")),
                                AgentStatus.OFF_QUEUE,
                                2,
                                2,
                                null,
                                declined,
                                null)),
                        0));
    }

    @Test
    void forgetsWhatWasDeclinedBeforeTheAgentCameBack() {
        agent("anna", 2, 5, "fr");
        serves("anna");
        var item = item(Map.of(new AgentId("anna"), START.minusSeconds(30)), 3);
        comes("anna", START);

        assertThat(dispatcher.candidatesFor(item, new AgentId("anna")).listed())
                .singleElement()
                .satisfies(anna -> {
                    assertThat(anna.couldTakeIt()).isTrue();
                    assertThat(anna.declinedAt()).isNull();
                    assertThat(anna.idleSince()).isEqualTo(START);
                });
    }

    @Test
    void tellsTheLevelsOnlyWhereTheyDecide() {
        agent("anna", 1, 4, "fr");
        dispatcher.configure(new Queue(
                SUPPORT, Set.of(new AgentId("anna")), Duration.ofMinutes(5), SkillEvaluation.BEST_AVAILABLE_SKILLS));

        assertThat(dispatcher.candidatesFor(item(Map.of(), 0), null).listed())
                .extracting(Candidate::skillLevels)
                .containsExactly(4);
    }

    @Test
    void followsTheConfiguration() {
        agent("anna", 1, 4, "fr");
        serves("anna");
        assertThat(named(item(Map.of(), 3))).containsExactly("anna");

        agent("bert", 1, 4, "fr");
        serves("anna", "bert");
        assertThat(named(item(Map.of(), 3))).containsExactly("anna", "bert");

        dispatcher.remove(new AgentId("anna"));
        assertThat(named(item(Map.of(), 3))).containsExactly("bert");

        dispatcher.remove(SUPPORT);
        assertThat(named(item(Map.of(), 3))).isEmpty();
    }

    @Test
    void namesTheChosenAndThoseNextInTurnOfThousands() {
        var names = IntStream.range(0, 5_000)
                .mapToObj(number -> "agent-" + String.format("%04d", number))
                .toArray(String[]::new);
        for (int number = 0; number < names.length; number++) {
            agent(names[number], 1, 4, "fr");
            if (number >= 4_000) {
                comes(names[number], START.plusSeconds(number));
            }
        }
        serves(names);
        var item = item(Map.of(), 3);

        var offered = dispatcher.candidatesFor(item, new AgentId("agent-4000"));
        assertThat(offered.listed().stream().map(each -> each.agentId().value()))
                .containsExactlyElementsOf(List.of(names).subList(4_000, 4_020));
        assertThat(offered.further()).isEqualTo(4_980);

        for (int number = 4_000; number < names.length; number++) {
            dispatcher.addLoad(new AgentId(names[number]), 1);
        }
        var inVain = dispatcher.candidatesFor(item, null);
        assertThat(inVain.listed()).hasSize(Candidates.MOST_LISTED).noneMatch(Candidate::couldTakeIt);
        assertThat(inVain.further()).isEqualTo(4_980);
    }

    private List<String> named(WaitingItem item) {
        return dispatcher.candidatesFor(item, null).listed().stream()
                .map(candidate -> candidate.agentId().value())
                .toList();
    }

    private void agent(String name, int capacity, int billing, String language) {
        dispatcher.configure(new AgentProfile(
                new AgentId(name), capacity, Map.of(BILLING, billing), Set.of(new Language(language))));
    }

    private void comes(String name, Instant at) {
        dispatcher.note(AgentPresence.unseen(new AgentId(name)).goOnQueue(at));
    }

    private void serves(String... names) {
        dispatcher.configure(new Queue(
                SUPPORT, List.of(names).stream().map(AgentId::new).collect(Collectors.toSet()), Duration.ofMinutes(5)));
    }

    private static WaitingItem item(Map<AgentId, Instant> declined, int level) {
        return WaitingItem.of(
                new InteractionId("interaction"),
                new Requirement(SUPPORT, List.of(new SkillLevel(BILLING, level)), FRENCH),
                0,
                START,
                declined);
    }

    private static List<String> refusals(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> List.of();
            case Verdict.Refused refused ->
                refused.refusals().stream().map(Verdict.Refusal::rule).toList();
        };
    }

    private static Language pick(Random random, String... tags) {
        return new Language(tags[random.nextInt(tags.length)]);
    }
}
