package org.postroom.routing.acd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.SkillLevel;

/**
 * Makes out whom to name where an interaction is explained, by looking at no more than {@link #MOST_LOOKED_AT} agents however
 * many serve its queue: who was chosen, those who are next in turn, and then the {@link Roster}. For one explanation.
 */
final class Shortlist {

    /** How many agents are looked at, and how many places in the order of turns. */
    static final int MOST_LOOKED_AT = 40;

    private static final Comparator<Language> BY_TAG = Comparator.comparing(Language::tag);

    private final RuleSet rules;
    private final WaitingItem item;
    private final boolean bestSkilled;
    private final Seat[] seats = new Seat[MOST_LOOKED_AT];
    private final long[] obstacles = new long[MOST_LOOKED_AT];
    private int count;
    private int able;

    /** @param bestSkilled true where of those who could take it the best skilled is asked first */
    Shortlist(RuleSet rules, WaitingItem item, boolean bestSkilled) {
        this.rules = rules;
        this.item = item;
        this.bestSkilled = bestSkilled;
    }

    /** Who is named, of the one chosen, the agents in the order of their turns, and the roster of the requirement. */
    Candidates of(@Nullable Seat chosen, Iterable<Seat> inTurn, Roster roster) {
        if (chosen != null) {
            look(chosen, rules.configurationObstacles(chosen, item.requirement()));
        }
        lookAtThoseInTurn(inTurn);
        int alreadySeen = count;
        for (var place : roster.places()) {
            if (count == MOST_LOOKED_AT || able >= Candidates.MOST_LISTED) {
                break;
            }
            if (!isAmong(place.seat(), alreadySeen)) {
                look(place.seat(), place.obstacles());
            }
        }
        var listed = listed();
        return new Candidates(listed, Math.max(0, roster.members() - listed.size()));
    }

    private void lookAtThoseInTurn(Iterable<Seat> inTurn) {
        int steps = 0;
        for (var seat : inTurn) {
            if (steps == MOST_LOOKED_AT || count == MOST_LOOKED_AT || able >= Candidates.MOST_LISTED) {
                return;
            }
            steps++;
            if (seat.queues().contains(item.requirement().queueId()) && !isAmong(seat, Math.min(1, count))) {
                look(seat, rules.configurationObstacles(seat, item.requirement()));
            }
        }
    }

    private boolean isAmong(Seat seat, int first) {
        for (int place = 0; place < first; place++) {
            if (seats[place] == seat) {
                return true;
            }
        }
        return false;
    }

    private void look(Seat seat, long ofConfiguration) {
        seats[count] = seat;
        obstacles[count] = ofConfiguration | rules.presentObstacles(seat, item);
        able += obstacles[count] == 0 ? 1 : 0;
        count++;
    }

    /** Those with the fewest obstacles first, and of those with as many who was looked at first. */
    private List<Candidate> listed() {
        List<Candidate> listed = new ArrayList<>(Math.min(count, Candidates.MOST_LISTED));
        int left = count;
        for (int many = 0; left > 0; many++) {
            for (int place = 0; place < count; place++) {
                if (Long.bitCount(obstacles[place]) == many) {
                    left--;
                    if (listed.size() < Candidates.MOST_LISTED) {
                        listed.add(candidate(seats[place], obstacles[place]));
                    }
                }
            }
        }
        return listed;
    }

    private Candidate candidate(Seat seat, long objecting) {
        var presence = seat.presence();
        var idleSince = presence.idleSince();
        return new Candidate(
                seat.agentId(),
                rules.names(objecting),
                missingSkills(seat),
                foreignLanguages(seat),
                presence.status(),
                seat.load(),
                seat.profile().emailCapacity(),
                idleSince.equals(Instant.EPOCH) ? null : idleSince,
                PairRule.HAS_NOT_DECLINED.allows(seat, item)
                        ? null
                        : item.declinedAt().get(seat.agentId()),
                bestSkilled ? levels(seat, item) : null);
    }

    private List<SkillLevel> missingSkills(Seat seat) {
        var wanted = item.requirement().skills();
        return ConfigurationRule.HAS_SKILLS.allows(seat, item.requirement())
                ? List.of()
                : wanted.stream().filter(skill -> !seat.profile().has(skill)).toList();
    }

    private List<Language> foreignLanguages(Seat seat) {
        return ConfigurationRule.SPEAKS_LANGUAGE.allows(seat, item.requirement())
                ? List.of()
                : seat.profile().languages().stream().sorted(BY_TAG).toList();
    }

    /** Of agents who have the same skills, the sums of their levels are ordered as the averages are. */
    static int levels(Seat seat, WaitingItem item) {
        return item.requirement().skills().stream()
                .mapToInt(wanted -> seat.profile().levelOf(wanted.skillId()))
                .sum();
    }
}
