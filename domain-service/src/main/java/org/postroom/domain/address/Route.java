package org.postroom.domain.address;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.queue.Queue;
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
        @Nullable Id<Queue> queue,
        @Nullable Id<Flow> flow,
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

    /** True where mail to the address has somewhere to go; false for an address that only sends. */
    public boolean receives() {
        return queue != null || flow != null;
    }

    /**
     * The start that mail to an address has over other mail, in minutes of waiting; below zero it stands back.
     *
     * @param minutes -25 000 000 to 25 000 000
     */
    public record Priority(int minutes) {

        /** No start. */
        public static final Priority NONE = new Priority(0);

        private static final int FARTHEST = 25_000_000;

        /** Checks the range. */
        public Priority {
            if (Math.abs((long) minutes) > FARTHEST) {
                throw new IllegalArgumentException(
                        "expected a priority of -" + FARTHEST + " to " + FARTHEST + ", but got " + minutes);
            }
        }
    }
}
