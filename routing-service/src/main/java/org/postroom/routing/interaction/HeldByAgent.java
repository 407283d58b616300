package org.postroom.routing.interaction;

import org.postroom.routing.id.AgentId;

/** Takes room of an agent, who answers it, gives it back, or wraps it up. */
public sealed interface HeldByAgent extends Interaction permits Offered, Handling, WrappingUp {

    /** The agent. */
    AgentId agentId();
}
