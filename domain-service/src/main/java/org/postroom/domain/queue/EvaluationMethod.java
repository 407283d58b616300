package org.postroom.domain.queue;

import org.postroom.domain.directory.Choice;

/** How agents are chosen by their skills. */
public enum EvaluationMethod {
    /** Only agents who have all skills that the mail needs, at the levels that it asks for. */
    ALL_SKILLS,
    /** Only agents who have all of them, at whatever level; of several the one with the highest average level. */
    BEST_AVAILABLE_SKILLS,
    /** Any agent. */
    DISREGARD_SKILLS;

    /**
     * Reads the name of a value.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public static EvaluationMethod named(String name) {
        return Choice.named(values(), name);
    }
}
