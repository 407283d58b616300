package org.postroom.routing.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroom.routing.directory.Requirement;

/**
 * The rules that an offer must obey, each asked at the place that its kind belongs to. Whatever offers work asks here, and so
 * does whatever explains why not: a rule that is in the set applies, one that is not does not exist.
 */
final class RuleSet {

    /** Every rule there is, in the order in which a refusal lists them. */
    static final RuleSet STANDARD =
            new RuleSet(Stream.<HardRule[]>of(ConfigurationRule.values(), AgentRule.values(), PairRule.values())
                    .flatMap(Stream::of)
                    .toList());

    /** The rules of before a language that somebody speaks was enough for its more special forms. */
    static final RuleSet FIRST = new RuleSet(STANDARD.all().stream()
            .map(rule -> rule == ConfigurationRule.SPEAKS_LANGUAGE ? new FirstLanguageRule() : rule)
            .toList());

    private final List<HardRule> all;
    private final HardRule.OfConfiguration[] ofConfiguration;
    private final HardRule.OfAgent[] ofAgent;
    private final HardRule.OfPair[] ofPair;
    private final Map<Long, List<String>> names = new ConcurrentHashMap<>();

    RuleSet(List<HardRule> rules) {
        all = List.copyOf(rules);
        var configuration = new ArrayList<HardRule.OfConfiguration>();
        var agent = new ArrayList<HardRule.OfAgent>();
        var pair = new ArrayList<HardRule.OfPair>();
        for (var rule : all) {
            switch (rule) {
                case HardRule.OfConfiguration about -> configuration.add(about);
                case HardRule.OfAgent about -> agent.add(about);
                case HardRule.OfPair about -> pair.add(about);
            }
        }
        ofConfiguration = configuration.toArray(HardRule.OfConfiguration[]::new);
        ofAgent = agent.toArray(HardRule.OfAgent[]::new);
        ofPair = pair.toArray(HardRule.OfPair[]::new);
    }

    /** The rules, in order. */
    List<HardRule> all() {
        return all;
    }

    /** True where the configuration lets the agent take what asks for this. */
    boolean qualifies(Seat seat, Requirement requirement) {
        for (var rule : ofConfiguration) {
            if (!rule.allows(seat, requirement)) {
                return false;
            }
        }
        return true;
    }

    /** True where the agent could take some interaction now. */
    boolean isAvailable(Seat seat) {
        for (var rule : ofAgent) {
            if (!rule.allows(seat)) {
                return false;
            }
        }
        return true;
    }

    /** True where nothing stands between the two; whether the agent is qualified and available is asked apart. */
    boolean suits(Seat seat, WaitingItem item) {
        for (var rule : ofPair) {
            if (!rule.allows(seat, item)) {
                return false;
            }
        }
        return true;
    }

    /** The rules of the configuration that do not allow it, a bit for each at its place in {@link #all}. */
    long configurationObstacles(Seat seat, Requirement requirement) {
        long obstacles = 0;
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place) instanceof HardRule.OfConfiguration rule && !rule.allows(seat, requirement)) {
                obstacles |= 1L << place;
            }
        }
        return obstacles;
    }

    /** The other rules that do not allow it, as bits in the same way. */
    long presentObstacles(Seat seat, WaitingItem item) {
        long obstacles = 0;
        for (int place = 0; place < all.size(); place++) {
            var rule = all.get(place);
            if (!(rule instanceof HardRule.OfConfiguration) && !rule.allows(seat, item)) {
                obstacles |= 1L << place;
            }
        }
        return obstacles;
    }

    /** The names of the rules whose bits are set, in order; the same list for the same bits. */
    List<String> names(long obstacles) {
        return obstacles == 0
                ? List.of()
                : names.computeIfAbsent(
                        obstacles,
                        bits -> IntStream.range(0, all.size())
                                .filter(place -> (bits & 1L << place) != 0)
                                .mapToObj(place -> all.get(place).name())
                                .toList());
    }

    /** Every rule that does not allow it, in order, each with its reason. */
    List<Verdict.Refusal> refusals(Seat seat, WaitingItem item) {
        var isForThisAgent = seat.agentId().equals(item.keptFor());
        return all.stream()
                .filter(rule -> !(isForThisAgent && rule instanceof HardRule.OfConfiguration))
                .filter(rule -> !rule.allows(seat, item))
                .map(rule -> new Verdict.Refusal(rule.name(), rule.reason(seat, item)))
                .toList();
    }
}
