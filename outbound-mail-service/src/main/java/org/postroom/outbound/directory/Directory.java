package org.postroom.outbound.directory;

import java.util.Optional;

/** The newest configuration of every organisation, as far as replies need it. */
public interface Directory {

    /** The address; empty where the organisation has none with this identifier, or none yet. */
    Optional<SenderAddress> address(String organisationId, String addressId);

    /** The signature; empty where the organisation has none with this identifier, or none yet. */
    Optional<Signature> signature(String organisationId, String signatureId);

    /** The signature of a queue's addresses that have none; empty where the queue has none either. */
    Optional<String> queueSignature(String organisationId, String queueId);

    /** The name of an agent; empty where none is configured. */
    Optional<String> agentName(String organisationId, String agentId);
}
