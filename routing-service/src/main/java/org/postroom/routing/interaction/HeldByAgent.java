package org.postroom.routing.interaction;

import org.postroom.routing.id.AgentId;

/** Takes room of an agent, who answers it or gives it back. */
public sealed interface HeldByAgent extends Interaction permits Offered, Handling {

    /** The agent. */
    AgentId agentId();
}
