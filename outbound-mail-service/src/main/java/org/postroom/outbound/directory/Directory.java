package org.postroom.outbound.directory;

import java.util.Optional;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.OrganisationId;

/** The newest configuration of every organisation, as far as replies need it. */
public interface Directory {

    /** The address; empty where the organisation has none with this identifier, or none yet. */
    Optional<SenderAddress> address(OrganisationId organisationId, String addressId);

    /** The signature; empty where the organisation has none with this identifier, or none yet. */
    Optional<Signature> signature(OrganisationId organisationId, String signatureId);

    /** The signature of a queue's addresses that have none; empty where the queue has none either. */
    Optional<String> queueSignature(OrganisationId organisationId, String queueId);

    /** The name of an agent; empty where none is configured. */
    Optional<String> agentName(OrganisationId organisationId, AgentId agentId);
}
