package org.postroom.domain.skill.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.Field;
import org.postroom.domain.skill.Proficiency;
import org.postroom.domain.skill.RatedSkill;
import org.postroom.domain.skill.SkillId;

/**
 * A skill with its proficiency, in JSON.
 *
 * @param skillId the skill
 * @param proficiency 0 to 5; 0 where absent
 */
public record RatedSkillJson(
        @Nullable String skillId, @Nullable Integer proficiency) {

    /** The skills in the form of JSON. */
    public static List<RatedSkillJson> of(List<RatedSkill> skills) {
        return skills.stream()
                .map(skill -> new RatedSkillJson(
                        skill.skill().value(), skill.proficiency().level()))
                .toList();
    }

    /** Reads a list that may be absent, from the field {@code skills}. */
    public static List<RatedSkill> toSkills(@Nullable List<RatedSkillJson> skills) {
        List<RatedSkill> read = Field.each("skills", skills, (path, skill) -> skill.toSkill(path));
        return Field.checked("skills", () -> RatedSkill.eachOnce(read));
    }

    private RatedSkill toSkill(String path) {
        return new RatedSkill(
                Field.required(path + ".skillId", skillId, SkillId::new),
                Field.orDefault(path + ".proficiency", proficiency, Proficiency.NONE, Proficiency::new));
    }
}
