package org.postroom.domain.skill;

import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;

/**
 * Something that an agent can be good at and that mail can need.
 *
 * @param name the name, alone in its organisation
 */
public record Skill(Name name) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("skill");
}
