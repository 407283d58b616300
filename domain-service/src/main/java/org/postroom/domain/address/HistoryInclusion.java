package org.postroom.domain.address;

import java.util.Arrays;

/** Whether the history of the conversation is included in a reply. */
public enum HistoryInclusion {
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER,
    /** As the agent decides with each reply. */
    AGENT_DECIDES;

    /**
     * Reads the name of a value.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public static HistoryInclusion named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Arrays.toString(values()) + ", but got \"" + name + "\""));
    }
}
