package org.postroom.routing.directory;

import org.postroom.routing.id.SkillId;

/**
 * A skill with a proficiency: what an agent has, or the least that an interaction asks for.
 *
 * @param proficiency 0 to 5
 */
public record SkillLevel(SkillId skillId, int proficiency) {

    /** The lowest proficiency there is, which everybody has who has the skill. */
    public static final int LOWEST = 0;

    /** The highest proficiency there is. */
    public static final int HIGHEST = 5;

    /** Refuses a proficiency outside 0 to 5. */
    public SkillLevel {
        if (proficiency < 0 || proficiency > HIGHEST) {
            throw new IllegalArgumentException("expected a proficiency from 0 to 5, but got " + proficiency);
        }
    }
}
