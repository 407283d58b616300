package org.postroom.domain.skill.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Field;
import org.postroom.domain.skill.Skill;

/**
 * A skill in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 */
record SkillJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name) {

    static SkillJson of(Entry<Skill> skill) {
        return new SkillJson(skill.id(), skill.version(), skill.value().name().value());
    }

    long versionToReplace() {
        return Field.version(version);
    }

    Skill toSkill() {
        return new Skill(Field.required("name", name, Name::new));
    }
}
