package org.postroom.domain.skill;

import java.util.List;
import org.postroom.events.common.SkillRequirement;

/** Skills with proficiency as events carry them. */
public final class SkillEvents {

    private SkillEvents() {}

    /** The skills in the form of events. */
    public static List<SkillRequirement> of(List<RatedSkill> skills) {
        return skills.stream()
                .map(skill -> SkillRequirement.newBuilder()
                        .setSkillId(skill.skill().value())
                        .setProficiency(skill.proficiency().level())
                        .build())
                .toList();
    }
}
