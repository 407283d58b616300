package org.postroom.domain.address;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.queue.QueueId;
import org.postroom.domain.skill.RatedSkill;

/**
 * Where the mail of an address goes.
 *
 * @param queue the queue; null for an address that only sends
 * @param skills the skills an agent must have, each once
 * @param language the language an agent must speak; null for any
 * @param priority the start over other mail
 */
public record Route(
        @Nullable QueueId queue,
        List<RatedSkill> skills,
        @Nullable LanguageTag language,
        Priority priority) {

    /** Takes each skill once. */
    public Route {
        skills = RatedSkill.eachOnce(skills);
    }
}
