package org.postroom.console.administration.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a flow would make of a mail, in the words of domain-service.
 *
 * @param outcome TRANSFERRED, DISCONNECTED, UNDECIDED or FAILED
 * @param queueId the queue that the mail would go to; null where the flow would end it
 * @param explanation why the flow would end the mail, or why it breaks off; null otherwise
 * @param priority how many minutes of waiting the flow would give or take
 * @param language the language that it would ask for; null for none
 * @param attributes what it would note about the mail
 * @param path the steps that it looked at, in order
 */
public record FlowTrial(
        String outcome,
        @Nullable String queueId,
        @Nullable String explanation,
        int priority,
        @Nullable String language,
        Map<String, String> attributes,
        List<Step> path) {

    /**
     * A step that was looked at.
     *
     * @param flowId the flow that it is of
     * @param step its place, counted from 1
     * @param name what people call it; null where it has no name
     * @param matched whether it would be done
     */
    public record Step(String flowId, int step, @Nullable String name, boolean matched) {

        /** What it is called. */
        public String label() {
            return name == null ? "Step " + step : "Step " + step + ": " + name;
        }
    }

    /** What would become of the mail, as one sentence or two; {@code queue} is how people call the queue. */
    public String inWords(String queue) {
        return switch (outcome) {
            case "TRANSFERRED" -> "The mail would go to the queue " + queue + ".";
            case "DISCONNECTED" -> "The flow would end the mail: " + explanation + ".";
            case "UNDECIDED" ->
                "No step would send the mail anywhere, so it would go to the fallback queue " + queue + ".";
            default ->
                "The flow would break off, and the mail would go to the fallback queue " + queue + ". Why: "
                        + explanation + ".";
        };
    }
}
