package org.postroom.domain.queue.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Field;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.queue.Queue.AlertingTimeout;

/**
 * A queue in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 * @param memberAgentIds the agents that get its work
 * @param alertingTimeoutSeconds how long an offer alerts an agent, 1 to 86 400; 300 where absent
 */
record QueueJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable List<String> memberAgentIds,
        @Nullable Integer alertingTimeoutSeconds) {

    static QueueJson of(Entry<Queue> entry) {
        Queue queue = entry.value();
        return new QueueJson(
                entry.id(),
                entry.version(),
                queue.name().value(),
                queue.members().stream().map(AgentId::value).toList(),
                Math.toIntExact(queue.alertingTimeout().duration().toSeconds()));
    }

    long versionToReplace() {
        return Field.version(version);
    }

    Queue toQueue() {
        return new Queue(
                Field.required("name", name, Name::new),
                Field.each("memberAgentIds", memberAgentIds, (path, agent) -> new AgentId(agent)),
                Field.orDefault(
                        "alertingTimeoutSeconds",
                        alertingTimeoutSeconds,
                        AlertingTimeout.DEFAULT,
                        AlertingTimeout::ofSeconds));
    }
}
