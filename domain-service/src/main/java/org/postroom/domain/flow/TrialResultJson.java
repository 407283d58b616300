package org.postroom.domain.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.flow.FlowTrials.Trial;
import org.postroom.domain.skill.RatedSkillJson;
import org.postroom.flow.FlowResult;

/**
 * What a flow would make of a mail.
 *
 * @param outcome TRANSFERRED, DISCONNECTED, UNDECIDED or FAILED; the last two go to the fallback queue
 * @param queueId the queue that the mail would go to; absent where the flow would end it
 * @param explanation why the flow would end the mail, or why it failed
 * @param priority how many minutes of waiting the flow would give or take
 * @param skills the skills that the flow would ask for
 * @param language the language that the flow would ask for
 * @param attributes what the flow would note about the mail
 * @param path the steps that were looked at, in order
 */
record TrialResultJson(
        Outcome outcome,
        @Nullable String queueId,
        @Nullable String explanation,
        int priority,
        List<RatedSkillJson> skills,
        @Nullable String language,
        Map<String, String> attributes,
        List<StepJson> path) {

    /** What came of it. */
    enum Outcome {
        /** A step sent it to a queue. */
        TRANSFERRED,
        /** A step ended it. */
        DISCONNECTED,
        /** No step sent it anywhere. */
        UNDECIDED,
        /** The flow could not be run to its end. */
        FAILED
    }

    static TrialResultJson of(Trial trial) {
        FlowResult result = trial.result();
        return new TrialResultJson(
                outcome(result.outcome()),
                trial.queueId(),
                explanation(result.outcome()),
                result.treatment().priority(),
                result.treatment().skills().entrySet().stream()
                        .map(skill -> new RatedSkillJson(skill.getKey(), skill.getValue()))
                        .toList(),
                result.treatment().language(),
                result.treatment().attributes(),
                result.path().stream()
                        .map(visit -> new StepJson(visit.flowId(), visit.step(), visit.name(), visit.matched()))
                        .toList());
    }

    private static Outcome outcome(FlowResult.Outcome outcome) {
        return switch (outcome) {
            case FlowResult.Transferred _ -> Outcome.TRANSFERRED;
            case FlowResult.Disconnected _ -> Outcome.DISCONNECTED;
            case FlowResult.Undecided _ -> Outcome.UNDECIDED;
            case FlowResult.Failed _ -> Outcome.FAILED;
        };
    }

    private static @Nullable String explanation(FlowResult.Outcome outcome) {
        return switch (outcome) {
            case FlowResult.Disconnected(String reason) -> reason;
            case FlowResult.Failed(String failure) -> failure;
            case FlowResult.Transferred _, FlowResult.Undecided _ -> null;
        };
    }

    /**
     * A step that was looked at.
     *
     * @param flowId the flow that it is of
     * @param step its place, counted from 1
     * @param name what people call it
     * @param matched whether it would be done
     */
    record StepJson(String flowId, int step, @Nullable String name, boolean matched) {}
}
