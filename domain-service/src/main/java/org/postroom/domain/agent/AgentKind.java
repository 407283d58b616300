package org.postroom.domain.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent.EmailCapacity;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryKind;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.role.Role;
import org.postroom.domain.skill.RatedSkillJson;
import org.postroom.domain.skill.Skill;
import org.postroom.domain.skill.SkillEvents;
import org.postroom.events.configuration.AgentConfigured;
import org.springframework.stereotype.Component;

/** Describes agents. */
@Component
final class AgentKind extends EntryKind<Agent, AgentKind.AgentJson> {

    private static final Layout LAYOUT = new Layout(
            "agents", Agent.KIND, Map.of("skills.skillId", Skill.KIND, "roleIds", Role.KIND), Set.of(), List.of());

    AgentKind() {
        super(Agent.class, AgentJson.class, LAYOUT);
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
                agent.roles().stream().map(Id::value).toList(),
                agent.active());
    }

    /** Reads an agent, as a {@link org.postroom.domain.directory.ReadableKind} does. */
    Agent value(Fields fields, AgentJson json) {
        var name = fields.required("displayName", json.displayName(), Name::new);
        var capacity = fields.orDefault("emailCapacity", json.emailCapacity(), EmailCapacity.ONE, EmailCapacity::new);
        var skills = RatedSkillJson.read(fields, json.skills());
        var languages = fields.each("languages", json.languages(), LanguageTag::new);
        var roles = fields.each("roleIds", json.roleIds(), Id<Role>::new);
        boolean active = !Boolean.FALSE.equals(json.active());
        return fields.whole(
                () -> new Agent(name.get(), capacity.get(), skills.get(), languages.get(), roles.get(), active));
    }

    @Override
    public AgentConfigured event(String organisationId, Entry<Agent> entry) {
        Agent agent = entry.value();
        return AgentConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAgentId(entry.id())
                .setDisplayName(agent.displayName().value())
                .setEmailCapacity(agent.emailCapacity().emails())
                .setSkills(SkillEvents.of(agent.skills()))
                .setLanguages(agent.languages().stream().map(LanguageTag::value).toList())
                .setRoleIds(agent.roles().stream().map(Id::value).toList())
                .setActive(agent.active())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * An agent in JSON, the same in requests and answers.
     *
     * @param id the subject of the agent's sign-in; ignored in requests, where the path says it
     * @param version the version; in a change, the one that was read; absent when the agent is added
     * @param displayName the name shown to colleagues
     * @param emailCapacity how many emails at once, 0 to 25; 1 where absent
     * @param skills the skills with their proficiency
     * @param languages the languages spoken, as BCP 47 tags
     * @param roleIds the roles, which give permissions besides those of the sign-in
     * @param active false for an agent who gets no mail for the time being: what the agent has in hand goes back to its queue, and
     *     memberships stay; true where absent
     */
    record AgentJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String displayName,
            @Nullable Integer emailCapacity,
            @Nullable List<RatedSkillJson> skills,
            @Nullable List<String> languages,
            @Nullable List<String> roleIds,
            @Nullable Boolean active)
            implements EntryJson {}
}
