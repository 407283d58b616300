package org.postroom.routing.presence;

/** Why an agent's status changed. */
public enum StatusReason {
    /** The agent asked for it. */
    REQUESTED,
    /** An offer to the agent was not answered in time. */
    OFFER_EXPIRED,
    /** The agent was removed from the configuration. */
    AGENT_REMOVED,
    /** The agent was deactivated. */
    AGENT_DEACTIVATED
}
