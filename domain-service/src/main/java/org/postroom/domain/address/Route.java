package org.postroom.domain.address;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.flow.FlowId;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.queue.QueueId;
import org.postroom.domain.skill.RatedSkill;

/**
 * Where the mail of an address goes: to a queue, through a flow, or, for an address that only sends, nowhere.
 *
 * @param queue the queue; null for none
 * @param flow the flow; null for none
 * @param skills the skills an agent must have, each once
 * @param language the language an agent must speak; null for any
 * @param priority the start over other mail
 * @param spam where mail goes that is taken for spam
 */
public record Route(
        @Nullable QueueId queue,
        @Nullable FlowId flow,
        List<RatedSkill> skills,
        @Nullable LanguageTag language,
        Priority priority,
        SpamRoute spam) {

    /** Takes each skill once, and a queue or a flow but not both. */
    public Route {
        if (queue != null && flow != null) {
            throw new IllegalArgumentException("expected a queue or a flow, but got both");
        }
        skills = RatedSkill.eachOnce(skills);
    }
}
