package org.postroom.domain.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Choice;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;
import org.postroom.domain.directory.Reference;

/**
 * Where work waits for the agents who are its members.
 *
 * @param name the name, alone in its organisation
 * @param members the agents that get its work, each once
 * @param alertingTimeout how long an offer alerts an agent before it returns to the queue
 * @param evaluation how agents are chosen by their skills
 * @param wrapUpCodes the wrap-up codes that agents may choose from, each once
 * @param serviceLevel how fast it is to answer
 * @param afterCallWork whether agents wrap up
 * @param defaultSignature the signature of addresses that have none; null for none
 */
public record Queue(
        Name name,
        List<Id<Agent>> members,
        AlertingTimeout alertingTimeout,
        EvaluationMethod evaluation,
        List<Id<WrapUpCode>> wrapUpCodes,
        ServiceLevel serviceLevel,
        AfterCallWork afterCallWork,
        @Nullable Id<Signature> defaultSignature)
        implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("queue");

    /** The most members. */
    public static final int MOST_MEMBERS = 2000;

    /** Takes each member and each wrap-up code once. */
    public Queue {
        members = members.stream().distinct().toList();
        wrapUpCodes = wrapUpCodes.stream().distinct().toList();
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (int index = 0; index < members.size(); index++) {
            references.add(new Reference(
                    "memberAgentIds[" + index + "]",
                    Agent.KIND,
                    members.get(index).value()));
        }
        for (int index = 0; index < wrapUpCodes.size(); index++) {
            references.add(new Reference(
                    "wrapUpCodeIds[" + index + "]",
                    WrapUpCode.KIND,
                    wrapUpCodes.get(index).value()));
        }
        if (defaultSignature != null) {
            references.add(new Reference("defaultSignatureId", Signature.KIND, defaultSignature.value()));
        }
        return references;
    }

    /** The same without a member. */
    public Queue without(Id<Agent> member) {
        return new Queue(
                name,
                members.stream().filter(present -> !present.equals(member)).toList(),
                alertingTimeout,
                evaluation,
                wrapUpCodes,
                serviceLevel,
                afterCallWork,
                defaultSignature);
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

    /** How agents are chosen by their skills. */
    public enum EvaluationMethod {
        /** Only agents who have all skills that the mail needs, at the levels that it asks for. */
        ALL_SKILLS,
        /** Only agents who have all of them, at whatever level; of several the one with the highest average level. */
        BEST_AVAILABLE_SKILLS,
        /** Any agent. */
        DISREGARD_SKILLS;

        /**
         * Reads the name of a value.
         *
         * @throws IllegalArgumentException where there is none of that name
         */
        public static EvaluationMethod named(String name) {
            return Choice.named(values(), name);
        }
    }
}
