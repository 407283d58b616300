package org.postroom.console.supervision;

import java.util.List;

/** What supervisors see, within one organisation. */
public interface SupervisionReadModel {

    /** The queues, by name. */
    List<QueueLine> queues(String organisationId);

    /** The agents, by name. */
    List<AgentLine> agents(String organisationId);
}
