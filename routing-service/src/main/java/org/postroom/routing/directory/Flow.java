package org.postroom.routing.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.Mention;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/**
 * What is done with mail before an agent sees it.
 *
 * @param fallbackQueueId where mail goes that the flow cannot decide on, and all mail while none is published
 * @param published the definition in force; null where none is, or none that was checked
 */
public record Flow(
        FlowId flowId, QueueId fallbackQueueId, @Nullable Published published) {

    /** A flow of which nothing is published. */
    public Flow(FlowId flowId, QueueId fallbackQueueId) {
        this(flowId, fallbackQueueId, null);
    }

    /**
     * A definition in force, as it was checked when it was published. It is read when a mail first asks for it.
     *
     * @param version its version, counted from 1
     * @param text the YAML document
     * @param mentions what its names mean
     */
    public record Published(long version, String text, List<Mention> mentions) {

        /** Copies the names. */
        public Published {
            mentions = List.copyOf(mentions);
        }
    }
}
