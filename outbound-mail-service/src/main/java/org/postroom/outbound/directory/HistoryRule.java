package org.postroom.outbound.directory;

/** Whether the customer receives the conversation's history with a reply. */
public enum HistoryRule {
    /** With every reply. */
    ALWAYS,
    /** With none. */
    NEVER,
    /** As the agent chooses for each reply; with it where the agent made no choice. */
    AGENT_DECIDES
}
