package org.postroom.domain.address;

/** Whether the history of the conversation is included in a reply. */
public enum HistoryInclusion {
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER,
    /** As the agent decides with each reply. */
    AGENT_DECIDES
}
