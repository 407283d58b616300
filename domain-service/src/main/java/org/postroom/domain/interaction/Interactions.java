package org.postroom.domain.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;

/** Which interactions are open, as routing has told so far: a moment behind what routing knows. */
public interface Interactions {

    /** An interaction waits for an agent in a queue, perhaps not for the first time. */
    void queued(OrganisationId organisation, InteractionId interaction, String addressId, String queueId);

    /** An interaction was closed. */
    void closed(OrganisationId organisation, InteractionId interaction, Instant at);

    /** A closed interaction is open again. */
    void reopened(OrganisationId organisation, InteractionId interaction);

    /** How many interactions of these addresses are open. */
    int open(String organisationId, List<String> addressIds);

    /** Of each address, how many open interactions waited last in a queue. */
    Map<String, Integer> openInQueue(String organisationId, String queueId);

    /** How many interactions of an organisation are open. */
    int open(String organisationId);
}
