package org.postroom.console.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent who was looked at for an interaction, as it was just before the decision.
 *
 * @param agentId the agent
 * @param name the agent's name; the identifier where the agent was removed since
 * @param obstacles the names of the rules that kept the agent from it; empty for one who could take it
 * @param missingSkills the skills that the agent does not have as wanted
 * @param languages the languages that the agent speaks, as BCP 47 tags, where none is the one wanted
 * @param status OFF_QUEUE, ON_QUEUE or NOT_RESPONDING
 * @param load how many interactions the agent had, offered ones included
 * @param capacity how many the agent may have at once
 * @param idleSince when the agent last gave work back or came on queue; null for one who never did
 * @param skillLevels the sum of the levels in the skills wanted, where these decide; else null
 */
public record Candidate(
        String agentId,
        String name,
        List<String> obstacles,
        List<WantedSkill> missingSkills,
        List<String> languages,
        String status,
        int load,
        int capacity,
        @Nullable Instant idleSince,
        @Nullable Integer skillLevels) {

    /**
     * A skill.
     *
     * @param name its name; the identifier where it was removed since
     * @param level the level wanted; 0 for any
     */
    public record WantedSkill(String name, int level) {}

    /** Copies the lists. */
    public Candidate {
        obstacles = List.copyOf(obstacles);
        missingSkills = List.copyOf(missingSkills);
        languages = List.copyOf(languages);
    }

    /** True where no rule kept the agent from it. */
    public boolean couldTakeIt() {
        return obstacles.isEmpty();
    }
}
