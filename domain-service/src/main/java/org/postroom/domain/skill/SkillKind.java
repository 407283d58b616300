package org.postroom.domain.skill;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.events.configuration.SkillConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes skills. */
@Component
final class SkillKind extends ReadableKind<Skill, SkillKind.SkillJson> {

    SkillKind() {
        super(Skill.class, SkillJson.class, Layout.named("skills", Skill.KIND, Map.of()));
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

    @Override
    public SkillConfigured event(String organisationId, Entry<Skill> skill) {
        return SkillConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setSkillId(skill.id())
                .setName(skill.value().name().value())
                .setChangedBy(skill.changedBy())
                .setVersion(skill.version())
                .setOccurredAt(skill.changedAt())
                .build();
    }

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
            @Nullable String name) implements EntryJson {}

    /** The skills of the caller's organisation. */
    @RestController
    @RequestMapping("/api/skills")
    static class SkillController extends DirectoryController<Skill, SkillJson> {

        SkillController(Directory<Skill> skills, SkillKind kind) {
            super(skills, kind);
        }
    }
}
