package org.postroom.domain.skill;

import java.util.List;
import java.util.stream.IntStream;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Reference;

/**
 * A skill with a proficiency: what an agent has, or what mail needs.
 *
 * @param skill the skill
 * @param proficiency how good
 */
public record RatedSkill(Id<Skill> skill, Proficiency proficiency) {

    /**
     * Returns the skills as they are.
     *
     * @throws IllegalArgumentException where one stands there twice
     */
    public static List<RatedSkill> eachOnce(List<RatedSkill> skills) {
        long distinct = skills.stream().map(RatedSkill::skill).distinct().count();
        if (distinct != skills.size()) {
            throw new IllegalArgumentException(
                    "expected each skill once, but one of the " + skills.size() + " is repeated");
        }
        return List.copyOf(skills);
    }

    /** The references that a list of skills makes, in the field {@code skills}. */
    public static List<Reference> references(List<RatedSkill> skills) {
        return IntStream.range(0, skills.size())
                .mapToObj(index -> new Reference(
                        "skills[" + index + "].skillId",
                        Skill.KIND,
                        skills.get(index).skill().value()))
                .toList();
    }
}
