package org.postroom.domain.skill;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;

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
    public static Given<List<RatedSkill>> read(Fields fields, @Nullable List<RatedSkillJson> skills) {
        var read = fields.eachWithin("skills", skills, (at, skill) -> skill.read(at));
        return fields.rule("skills", () -> RatedSkill.eachOnce(read.get()));
    }

    private Given<RatedSkill> read(Fields fields) {
        var skill = fields.required("skillId", skillId, Id<Skill>::new);
        var level = fields.orDefault("proficiency", proficiency, Proficiency.NONE, Proficiency::new);
        return fields.put(() -> new RatedSkill(skill.get(), level.get()));
    }
}
