package org.postroom.routing.directory;

import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/**
 * A flow, as far as it is run today: all its mail goes where it sends what it cannot decide on.
 *
 * @param fallbackQueueId where mail goes that the flow cannot decide on
 */
public record Flow(FlowId flowId, QueueId fallbackQueueId) {}
