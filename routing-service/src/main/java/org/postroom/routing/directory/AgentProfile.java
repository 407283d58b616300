package org.postroom.routing.directory;

import java.util.Map;
import java.util.Set;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.SkillId;

/**
 * What an agent can do.
 *
 * @param emailCapacity how many interactions the agent has at once, offered ones included; 0 for none
 * @param skills the proficiency in each skill the agent has, 0 to 5
 * @param active false where the agent gets no work, of whatever queues a member
 */
public record AgentProfile(
        AgentId agentId, int emailCapacity, Map<SkillId, Integer> skills, Set<Language> languages, boolean active) {

    /** Refuses a negative capacity. */
    public AgentProfile {
        skills = Map.copyOf(skills);
        languages = Set.copyOf(languages);
        if (emailCapacity < 0) {
            throw new IllegalArgumentException("expected a capacity of 0 or more emails, but got " + emailCapacity);
        }
    }

    /** An agent who works. */
    public AgentProfile(AgentId agentId, int emailCapacity, Map<SkillId, Integer> skills, Set<Language> languages) {
        this(agentId, emailCapacity, skills, languages, true);
    }

    /** True where the agent has the skill at least at this level. */
    public boolean has(SkillLevel wanted) {
        var proficiency = skills.get(wanted.skillId());
        return proficiency != null && proficiency >= wanted.proficiency();
    }

    /** The agent's level in a skill; 0 where the agent does not have it. */
    public int levelOf(SkillId skillId) {
        return skills.getOrDefault(skillId, 0);
    }

    /** True where one of the agent's languages satisfies the wanted one. */
    public boolean speaks(Language wanted) {
        for (var language : languages) {
            if (language.satisfies(wanted)) {
                return true;
            }
        }
        return false;
    }
}
