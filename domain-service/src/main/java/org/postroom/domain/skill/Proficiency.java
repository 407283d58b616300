package org.postroom.domain.skill;

/**
 * How good an agent is at a skill, or must be.
 *
 * @param level 0 to 5
 */
public record Proficiency(int level) {

    /** No more than the skill itself. */
    public static final Proficiency NONE = new Proficiency(0);

    private static final int HIGHEST = 5;

    /** Checks the range. */
    public Proficiency {
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("expected a proficiency of 0 to " + HIGHEST + ", but got " + level);
        }
    }
}
