package org.postroom.routing.presence;

/** Whether an agent takes work. */
public enum AgentStatus {
    /** Takes none. */
    OFF_QUEUE,
    /** Takes work. */
    ON_QUEUE,
    /** Let an offer expire; takes none until going on queue again. */
    NOT_RESPONDING
}
