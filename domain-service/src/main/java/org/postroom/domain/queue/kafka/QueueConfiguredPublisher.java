package org.postroom.domain.queue.kafka;

import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.queue.Queue;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code QueueConfigured}. */
@Component
final class QueueConfiguredPublisher extends ConfigurationPublisher<Queue> {

    QueueConfiguredPublisher(Outbox outbox) {
        super(Queue.KIND, outbox);
    }

    @Override
    protected QueueConfigured event(String organisationId, Entry<Queue> entry) {
        Queue queue = entry.value();
        return QueueConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setQueueId(entry.id())
                .setName(queue.name().value())
                .setMemberAgentIds(queue.members().stream().map(AgentId::value).toList())
                .setAlertingTimeoutSeconds(
                        Math.toIntExact(queue.alertingTimeout().duration().toSeconds()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
