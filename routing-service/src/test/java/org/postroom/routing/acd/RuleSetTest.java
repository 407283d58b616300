package org.postroom.routing.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

/** What is stated is enforced, from both sides, and is what is explained. */
class RuleSetTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final AgentId ANNA = new AgentId("anna");
    private static final QueueId SUPPORT = new QueueId("support");
    private static final SkillId BILLING = new SkillId("billing");

    static Stream<HardRule> rules() {
        return RuleSet.STANDARD.all().stream();
    }

    @Test
    void allowsWhereNoRuleObjects() {
        var room = new Room(RuleSet.STANDARD, null);

        assertThat(room.dispatcher.workFor(ANNA)).isEqualTo(room.item);
        assertThat(room.dispatcher.agentFor(room.item)).isEqualTo(ANNA);
        assertThat(room.dispatcher.explain(room.item)).containsExactly(new Verdict.Allowed(ANNA));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasACaseThatEachRuleAlonePrevents(HardRule rule) {
        var room = new Room(RuleSet.STANDARD, rule);

        assertThat(room.refusals()).extracting(Verdict.Refusal::rule).containsExactly(rule.name());
        assertThat(room.dispatcher.workFor(ANNA)).isNull();
        assertThat(room.dispatcher.agentFor(room.item)).isNull();
        var members = room.dispatcher.candidatesFor(room.item, null).listed();
        assertThat(members)
                .hasSize(rule == ConfigurationRule.MEMBER_OF_QUEUE ? 0 : 1)
                .allMatch(anna -> anna.obstacles().equals(List.of(rule.name())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void knowsNothingOfARuleThatIsNotInTheSet(HardRule rule) {
        var others = rules().filter(other -> !other.equals(rule)).toList();
        var room = new Room(new RuleSet(others), rule);

        assertThat(room.dispatcher.explain(room.item)).containsExactly(new Verdict.Allowed(ANNA));
        assertThat(room.dispatcher.workFor(ANNA)).isEqualTo(room.item);
        assertThat(room.dispatcher.agentFor(room.item)).isEqualTo(ANNA);
    }

    /** A rule of each kind that somebody adds, and does nothing else for. */
    @ParameterizedTest
    @MethodSource("added")
    void enforcesAndExplainsARuleThatIsAdded(HardRule rule) {
        var rules = new ArrayList<>(RuleSet.STANDARD.all());
        rules.add(rule);
        var room = new Room(new RuleSet(rules), null);

        assertThat(room.refusals())
                .containsExactly(new Verdict.Refusal(rule.name(), "expected luck, but there is none"));
        assertThat(room.dispatcher.workFor(ANNA)).isNull();
        assertThat(room.dispatcher.agentFor(room.item)).isNull();
    }

    static Stream<HardRule> added() {
        return Stream.of(new Unlucky(), new UnluckyAgent(), new UnluckyRequirement());
    }

    private record UnluckyRequirement() implements HardRule.OfConfiguration {

        @Override
        public String name() {
            return "IS_LUCKY";
        }

        @Override
        public boolean allows(Seat seat, Requirement requirement) {
            return false;
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected luck, but there is none";
        }
    }

    private record UnluckyAgent() implements HardRule.OfAgent {

        @Override
        public String name() {
            return "IS_LUCKY";
        }

        @Override
        public boolean allows(Seat seat) {
            return false;
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected luck, but there is none";
        }
    }

    private record Unlucky() implements HardRule.OfPair {

        @Override
        public String name() {
            return "IS_LUCKY";
        }

        @Override
        public boolean allows(Seat seat, WaitingItem item) {
            return false;
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected luck, but there is none";
        }
    }

    /** One agent and one interaction that suit each other, but for one rule. */
    private static final class Room {

        private final Dispatcher dispatcher;
        private final WaitingItem item;

        Room(RuleSet rules, HardRule broken) {
            dispatcher = new Dispatcher(rules);
            var breaks = broken == null ? "" : broken.name();
            dispatcher.configure(new AgentProfile(
                    ANNA,
                    2,
                    Map.of(BILLING, breaks.equals("HAS_SKILLS") ? 1 : 3),
                    Set.of(new Language(breaks.equals("SPEAKS_LANGUAGE") ? "en" : "fr"))));
            dispatcher.configure(new Queue(
                    SUPPORT, breaks.equals("MEMBER_OF_QUEUE") ? Set.of() : Set.of(ANNA), Duration.ofMinutes(5)));
            if (!breaks.equals("ON_QUEUE")) {
                dispatcher.note(AgentPresence.unseen(ANNA).goOnQueue(START));
            }
            dispatcher.addLoad(ANNA, breaks.equals("HAS_CAPACITY") ? 2 : 1);
            item = WaitingItem.of(
                    new InteractionId("interaction"),
                    new Requirement(SUPPORT, List.of(new SkillLevel(BILLING, 3)), new Language("fr")),
                    0,
                    START,
                    breaks.equals("HAS_NOT_DECLINED") ? Map.of(ANNA, START.plusSeconds(5)) : Map.of());
            dispatcher.add(item);
        }

        List<Verdict.Refusal> refusals() {
            return dispatcher.explain(item).stream()
                    .map(Verdict.Refused.class::cast)
                    .map(Verdict.Refused::refusals)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
