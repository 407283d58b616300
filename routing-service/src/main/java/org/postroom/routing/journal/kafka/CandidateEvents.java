package org.postroom.routing.journal.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.Candidate;
import org.postroom.events.common.CandidateRule;
import org.postroom.events.common.SkillRequirement;
import org.postroom.routing.acd.Candidates;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.SkillLevel;

/** Writes who was looked at for an interaction. */
final class CandidateEvents {

    private static final Map<String, CandidateRule> RULES =
            Arrays.stream(CandidateRule.values()).collect(Collectors.toMap(CandidateRule::name, Function.identity()));

    private CandidateEvents() {}

    static List<Candidate> write(Candidates candidates) {
        return candidates.listed().stream().map(CandidateEvents::write).toList();
    }

    private static Candidate write(org.postroom.routing.acd.Candidate candidate) {
        return new Candidate(
                candidate.agentId().value(),
                candidate.obstacles().stream().map(CandidateEvents::rule).toList(),
                candidate.missingSkills().stream().map(CandidateEvents::skill).toList(),
                candidate.languages().stream().map(Language::tag).toList(),
                AgentStatus.valueOf(candidate.status().name()),
                candidate.load(),
                candidate.capacity(),
                candidate.idleSince(),
                candidate.declinedAt(),
                candidate.skillLevels());
    }

    /** The rule of this name, as events know it. */
    static CandidateRule rule(String name) {
        return RULES.getOrDefault(name, CandidateRule.UNKNOWN);
    }

    private static SkillRequirement skill(SkillLevel level) {
        return new SkillRequirement(level.skillId().value(), level.proficiency());
    }
}
