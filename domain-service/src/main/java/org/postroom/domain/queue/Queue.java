package org.postroom.domain.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * Where work waits for the agents who are its members.
 *
 * @param name the name, alone in its organisation
 * @param members the agents that get its work, each once
 * @param alertingTimeout how long an offer alerts an agent before it returns to the queue
 */
public record Queue(Name name, List<AgentId> members, AlertingTimeout alertingTimeout) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("queue");

    /** Takes each member once. */
    public Queue {
        members = members.stream().distinct().toList();
    }

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(name.folded()));
    }

    @Override
    public List<Reference> references() {
        return IntStream.range(0, members.size())
                .mapToObj(index -> new Reference(
                        "memberAgentIds[" + index + "]",
                        Agent.KIND,
                        members.get(index).value()))
                .toList();
    }

    /**
     * How long an offer alerts an agent.
     *
     * @param duration whole seconds, 1 second to 1 day
     */
    public record AlertingTimeout(Duration duration) {

        private static final Duration LONGEST = Duration.ofDays(1);

        /** Five minutes. */
        public static final AlertingTimeout DEFAULT = new AlertingTimeout(Duration.ofMinutes(5));

        /** Checks the range. */
        public AlertingTimeout {
            if (duration.toSeconds() < 1 || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "expected 1 to " + LONGEST.toSeconds() + " seconds, but got " + duration.toSeconds());
            }
        }

        /** The timeout of a number of seconds. */
        public static AlertingTimeout ofSeconds(int seconds) {
            return new AlertingTimeout(Duration.ofSeconds(seconds));
        }
    }
}
