package org.postroom.domain.skill.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.skill.Skill;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code SkillConfigured}. */
@Component
final class SkillConfiguredPublisher extends ConfigurationPublisher<Skill> {

    SkillConfiguredPublisher(Outbox outbox) {
        super(Skill.KIND, outbox);
    }

    @Override
    protected SkillConfigured event(String organisationId, Entry<Skill> skill) {
        return SkillConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setSkillId(skill.id())
                .setName(skill.value().name().value())
                .setChangedBy(skill.changedBy())
                .setVersion(skill.version())
                .setOccurredAt(skill.changedAt())
                .build();
    }
}
