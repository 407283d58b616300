package org.postroom.routing.id;

/** Names a skill. */
public record SkillId(String value) implements Id {

    /** Refuses a blank name. */
    public SkillId {
        Id.requireText(value, "a skill id");
    }
}
