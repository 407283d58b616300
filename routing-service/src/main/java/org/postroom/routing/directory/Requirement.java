package org.postroom.routing.directory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.QueueId;

/**
 * What an agent must have to be offered an interaction. Interactions with equal requirements are interchangeable to an
 * agent, so they wait in one class and only its best is ever compared.
 *
 * @param queueId the queue the agent must be a member of
 * @param skills the skills the agent must have, each at least at the level named; kept in the order of their ids
 * @param language the language the agent must speak; null for any
 */
public record Requirement(
        QueueId queueId, List<SkillLevel> skills, @Nullable Language language) {

    private static final Comparator<SkillLevel> BY_SKILL =
            Comparator.comparing(level -> level.skillId().value());

    /** Brings the skills into one order, so that equal requirements are equal. */
    public Requirement {
        skills = skills.size() < 2
                ? List.copyOf(skills)
                : skills.stream().sorted(BY_SKILL).toList();
    }

    /** The same skills, each at any level. */
    public Requirement atAnyLevel() {
        return new Requirement(
                queueId,
                skills.stream()
                        .map(wanted -> new SkillLevel(wanted.skillId(), SkillLevel.LOWEST))
                        .toList(),
                language);
    }

    /** The same requirement in another queue. */
    public Requirement inQueue(QueueId other) {
        return new Requirement(other, skills, language);
    }
}
