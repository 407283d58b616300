package org.postroom.domain.skill;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies a skill.
 *
 * @param value the identifier
 */
public record SkillId(String value) {

    /** Checks the identifier. */
    public SkillId {
        value = Identifier.checked(value);
    }
}
