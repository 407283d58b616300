package org.postroom.console.projection.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.agent.AgentStatusChanged;

/** What an agent's status means for the pages. */
final class AgentProjection {

    private AgentProjection() {}

    static Projected of(SpecificRecord event) {
        return event instanceof AgentStatusChanged changed ? changed(changed) : Projected.nothing();
    }

    private static Projected changed(AgentStatusChanged changed) {
        return Projected.of(
                Row.of("agent_status", changed.getOrganisationId())
                        .keyed("agent_id", changed.getAgentId())
                        .with("status", changed.getStatus().name())
                        .with("reason", changed.getReason())
                        .with("since", changed.getOccurredAt())
                        .put(),
                Signal.agent(changed.getOrganisationId(), changed.getAgentId()),
                Signal.queues(changed.getOrganisationId()));
    }
}
