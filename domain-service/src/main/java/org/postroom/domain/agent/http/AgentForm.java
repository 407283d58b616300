package org.postroom.domain.agent.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.EmailCapacity;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.role.RoleId;
import org.postroom.domain.skill.http.RatedSkillJson;
import org.springframework.stereotype.Component;

/** Agents in JSON. */
@Component
final class AgentForm extends ReadableForm<Agent, AgentJson> {

    AgentForm() {
        super(AgentJson.class);
    }

    @Override
    public AgentJson json(@Nullable String id, @Nullable Long version, Agent agent) {
        return new AgentJson(
                id,
                version,
                agent.displayName().value(),
                agent.emailCapacity().emails(),
                RatedSkillJson.of(agent.skills()),
                agent.languages().stream().map(LanguageTag::value).toList(),
                agent.roles().stream().map(RoleId::value).toList());
    }

    @Override
    public Agent value(Fields fields, AgentJson json) {
        var name = fields.required("displayName", json.displayName(), Name::new);
        var capacity = fields.orDefault("emailCapacity", json.emailCapacity(), EmailCapacity.ONE, EmailCapacity::new);
        var skills = RatedSkillJson.read(fields, json.skills());
        var languages = fields.each("languages", json.languages(), LanguageTag::new);
        var roles = fields.each("roleIds", json.roleIds(), RoleId::new);
        return fields.whole(() -> new Agent(name.get(), capacity.get(), skills.get(), languages.get(), roles.get()));
    }
}
