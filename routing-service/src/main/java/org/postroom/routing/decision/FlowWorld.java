package org.postroom.routing.decision;

import org.postroom.flow.World;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/** The organisation's directory as a flow finds it. */
record FlowWorld(Directory directory) implements World {

    @Override
    public Called flow(String flowId) {
        return directory.runnable(new FlowId(flowId));
    }

    @Override
    public boolean hasQueue(String queueId) {
        return directory.has(new QueueId(queueId));
    }
}
