package org.postroom.domain.skill.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.skill.Skill;
import org.springframework.stereotype.Component;

/** Skills in JSON. */
@Component
final class SkillForm extends ReadableForm<Skill, SkillJson> {

    SkillForm() {
        super(SkillJson.class);
    }

    @Override
    public SkillJson json(@Nullable String id, @Nullable Long version, Skill skill) {
        return new SkillJson(id, version, skill.name().value());
    }

    @Override
    public Skill value(Fields fields, SkillJson json) {
        var name = fields.required("name", json.name(), Name::new);
        return fields.whole(() -> new Skill(name.get()));
    }
}
