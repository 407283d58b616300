package org.postroom.domain.flow.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.flow.Flow;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code FlowConfigured}. */
@Component
final class FlowConfiguredPublisher extends ConfigurationPublisher<Flow> {

    FlowConfiguredPublisher(Outbox outbox) {
        super(Flow.KIND, outbox);
    }

    @Override
    protected FlowConfigured event(String organisationId, Entry<Flow> entry) {
        Flow flow = entry.value();
        var published = flow.published();
        return FlowConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setFlowId(entry.id())
                .setName(flow.name().value())
                .setFallbackQueueId(flow.fallbackQueue().value())
                .setPublishedDefinitionVersion(published == null ? null : published.version())
                .setPublishedDefinition(
                        published == null ? null : published.definition().text())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
