package org.postroom.routing.directory;

/** What the skills that an address asks for mean in a queue. */
public enum SkillEvaluation {
    /** An agent must have all of them, each at the level asked for or better. */
    ALL_SKILLS,
    /** An agent must have all of them, at any level; among several the one with the highest average level is asked first. */
    BEST_AVAILABLE_SKILLS,
    /** Any member may be offered the work, whatever skills and language an address asks for. */
    DISREGARD_SKILLS
}
