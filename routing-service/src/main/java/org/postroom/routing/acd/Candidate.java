package org.postroom.routing.acd;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.presence.AgentStatus;

/**
 * An agent who was looked at for an interaction, with what explains why the agent was chosen or not.
 *
 * @param obstacles the names of the rules that do not allow it, in the order of the rules; empty where the agent could take it
 * @param missingSkills the skills, each at the level wanted, that the agent does not have so
 * @param languages the languages that the agent speaks, by their tags, where none of them is the one wanted; else empty
 * @param load how many interactions the agent has, offered ones included
 * @param capacity how many the agent may have at once
 * @param idleSince when the agent last gave work back or came on queue; null for one who never did
 * @param declinedAt when the agent declined it, where that is an obstacle; else null
 * @param skillLevels the sum of the agent's levels in the skills wanted, where the best skilled is asked first; else null
 */
public record Candidate(
        AgentId agentId,
        List<String> obstacles,
        List<SkillLevel> missingSkills,
        List<Language> languages,
        AgentStatus status,
        int load,
        int capacity,
        @Nullable Instant idleSince,
        @Nullable Instant declinedAt,
        @Nullable Integer skillLevels) {

    /** True where no rule stands between the agent and the interaction. */
    public boolean couldTakeIt() {
        return obstacles.isEmpty();
    }
}
