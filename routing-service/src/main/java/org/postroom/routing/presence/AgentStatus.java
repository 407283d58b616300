package org.postroom.routing.presence;

/** Whether an agent takes work. */
public enum AgentStatus {
    /** Takes none. */
    OFF_QUEUE,
    /** Takes work. */
    ON_QUEUE,
    /** Let an offer expire; takes none until going on queue again. */
    NOT_RESPONDING,
    /** Takes none: is not there. */
    AWAY,
    /** Takes none: has other work. */
    BUSY,
    /** Takes none: has a break. */
    BREAK,
    /** Takes none: eats. */
    MEAL,
    /** Takes none: is in a meeting. */
    MEETING,
    /** Takes none: is being trained. */
    TRAINING;

    /** True for what an agent may say of not being on queue. */
    public boolean isOfAnAgentOffQueue() {
        return this != ON_QUEUE && this != NOT_RESPONDING;
    }
}
