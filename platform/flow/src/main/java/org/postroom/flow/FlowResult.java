package org.postroom.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow made of a mail.
 *
 * @param outcome where the mail goes
 * @param treatment how it is to be treated there; as it was where the flow failed
 * @param path the steps that were looked at, in order
 */
public record FlowResult(Outcome outcome, Treatment treatment, List<Visit> path) {

    /** Copies the path. */
    public FlowResult {
        path = List.copyOf(path);
    }

    /** Where a mail goes. */
    public sealed interface Outcome {}

    /**
     * It waits in a queue.
     *
     * @param queueId the queue
     */
    public record Transferred(String queueId) implements Outcome {}

    /**
     * It becomes no work.
     *
     * @param reason why, in the words of the administrator
     */
    public record Disconnected(String reason) implements Outcome {}

    /** No step sent it anywhere: it goes to the fallback queue. */
    public record Undecided() implements Outcome {}

    /**
     * The flow could not be run to its end: the mail goes to the fallback queue.
     *
     * @param failure why, in words
     */
    public record Failed(String failure) implements Outcome {}

    /**
     * A step that was looked at.
     *
     * @param flowId the flow that it is of
     * @param definitionVersion the version of that flow's definition
     * @param step its place, counted from 1
     * @param name what people call it; null where it has no name
     * @param matched whether it was done
     */
    public record Visit(
            String flowId,
            long definitionVersion,
            int step,
            @Nullable String name,
            boolean matched) {}
}
