package org.postroom.domain.agent.kafka;

import org.postroom.domain.agent.Agent;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.role.RoleId;
import org.postroom.domain.skill.kafka.SkillRequirements;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code AgentConfigured}. */
@Component
final class AgentConfiguredPublisher extends ConfigurationPublisher<Agent> {

    AgentConfiguredPublisher(Outbox outbox) {
        super(Agent.KIND, outbox);
    }

    @Override
    protected AgentConfigured event(String organisationId, Entry<Agent> entry) {
        Agent agent = entry.value();
        return AgentConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAgentId(entry.id())
                .setDisplayName(agent.displayName().value())
                .setEmailCapacity(agent.emailCapacity().emails())
                .setSkills(SkillRequirements.of(agent.skills()))
                .setLanguages(agent.languages().stream().map(LanguageTag::value).toList())
                .setRoleIds(agent.roles().stream().map(RoleId::value).toList())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
