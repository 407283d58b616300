package org.postroom.flow;

/** What a flow finds around itself while it is run. */
public interface World {

    /** The flow that another one calls. */
    Called flow(String flowId);

    /** Whether there is such a queue. */
    boolean hasQueue(String queueId);

    /** What became of a call. */
    sealed interface Called {}

    /**
     * There is such a flow, and it can be run.
     *
     * @param flowId its identifier
     * @param definitionVersion the version of the definition in force, counted from 1
     * @param flow the definition
     */
    record Present(String flowId, long definitionVersion, RunnableFlow flow) implements Called {}

    /**
     * There is none that can be run.
     *
     * @param problem why, in the form "expected …, but …"
     */
    record Absent(String problem) implements Called {}
}
