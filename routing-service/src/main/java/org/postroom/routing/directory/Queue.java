package org.postroom.routing.directory;

import java.time.Duration;
import java.util.Set;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;

/**
 * A queue: who serves it and how long an offer from it alerts an agent.
 *
 * @param alertingTimeout more than zero
 * @param evaluation what the skills that an address asks for mean here
 * @param wrapUp what it asks of agents once a customer is served
 */
public record Queue(
        QueueId queueId, Set<AgentId> members, Duration alertingTimeout, SkillEvaluation evaluation, WrapUp wrapUp) {

    /** Used for an offer from a queue that was removed meanwhile. */
    public static final Duration DEFAULT_ALERTING_TIMEOUT = Duration.ofMinutes(5);

    /** Refuses an alerting time-out that is not more than zero. */
    public Queue {
        members = Set.copyOf(members);
        if (!alertingTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "expected an alerting time-out of more than zero, but got " + alertingTimeout);
        }
    }

    /** A queue whose agents wrap up as they wish. */
    public Queue(QueueId queueId, Set<AgentId> members, Duration alertingTimeout, SkillEvaluation evaluation) {
        this(queueId, members, alertingTimeout, evaluation, WrapUp.AS_AGENTS_WISH);
    }

    /** A queue whose work needs all skills that its address asks for. */
    public Queue(QueueId queueId, Set<AgentId> members, Duration alertingTimeout) {
        this(queueId, members, alertingTimeout, SkillEvaluation.ALL_SKILLS);
    }
}
