package org.postroom.flow;

/** The kinds of things that a definition calls by their names. */
public enum NamedKind {
    /** Where mail waits. */
    QUEUE("queue"),
    /** What an agent can do. */
    SKILL("skill"),
    /** Another flow. */
    FLOW("flow");

    private final String word;

    NamedKind(String word) {
        this.word = word;
    }

    /** The kind's word in the directory, for instance {@code queue}. */
    public String word() {
        return word;
    }
}
