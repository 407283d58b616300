package org.postroom.domain.queue;

import org.postroom.domain.directory.Choice;

/** How agents are chosen by their skills. */
public enum EvaluationMethod {
    /** Only agents who have all skills that the mail needs. */
    ALL_SKILLS,
    /** The agents who have most of them. */
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
