package org.postroom.console.desk;

import java.util.List;

/** Whom an agent may give work to. */
public interface Colleagues {

    /**
     * A queue, or an agent.
     *
     * @param id its identifier
     * @param name what people call it
     */
    record Receiver(String id, String name) {}

    /** The queues of an organisation, by name. */
    List<Receiver> queues(String organisationId);

    /** The agents who are on queue, but for one, by name. */
    List<Receiver> onQueue(String organisationId, String exceptAgentId);
}
