package org.postroom.domain.queue.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.queue.Queue.AlertingTimeout;
import org.springframework.stereotype.Component;

/** Queues in JSON. */
@Component
final class QueueForm extends ReadableForm<Queue, QueueJson> {

    @Override
    public QueueJson json(@Nullable String id, @Nullable Long version, Queue queue) {
        return new QueueJson(
                id,
                version,
                queue.name().value(),
                queue.members().stream().map(AgentId::value).toList(),
                Math.toIntExact(queue.alertingTimeout().duration().toSeconds()));
    }

    @Override
    public Queue value(Fields fields, QueueJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var members = fields.each("memberAgentIds", json.memberAgentIds(), AgentId::new);
        var alerting = fields.orDefault(
                "alertingTimeoutSeconds",
                json.alertingTimeoutSeconds(),
                AlertingTimeout.DEFAULT,
                AlertingTimeout::ofSeconds);
        return fields.whole(() -> new Queue(name.get(), members.get(), alerting.get()));
    }
}
