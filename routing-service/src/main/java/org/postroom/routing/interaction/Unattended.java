package org.postroom.routing.interaction;

import org.postroom.routing.id.AgentId;

/** Nothing that anybody has to do at present: it neither waits nor takes room of an agent. */
public sealed interface Unattended extends Interaction permits Sending, Closed, Parked {

    /** The agent who had it last. */
    AgentId agentId();
}
