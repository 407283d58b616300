package org.postroom.outbound.directory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.OrganisationId;

/** The directory in memory. It is filled by one thread and read by many. */
public final class DirectoryTable implements Directory {

    private final Map<Key, SenderAddress> addresses = new ConcurrentHashMap<>();
    private final Map<Key, Signature> signatures = new ConcurrentHashMap<>();
    private final Map<Key, String> queueSignatures = new ConcurrentHashMap<>();
    private final Map<Key, String> agentNames = new ConcurrentHashMap<>();

    /** Makes an empty directory. */
    public DirectoryTable() {}

    @Override
    public Optional<SenderAddress> address(OrganisationId organisationId, String addressId) {
        return Optional.ofNullable(addresses.get(new Key(organisationId, addressId)));
    }

    @Override
    public Optional<Signature> signature(OrganisationId organisationId, String signatureId) {
        return Optional.ofNullable(signatures.get(new Key(organisationId, signatureId)));
    }

    @Override
    public Optional<String> queueSignature(OrganisationId organisationId, String queueId) {
        return Optional.ofNullable(queueSignatures.get(new Key(organisationId, queueId)));
    }

    /** Notes the signature of a queue. */
    public void putQueueSignature(OrganisationId organisationId, String queueId, @Nullable String signatureId) {
        var key = new Key(organisationId, queueId);
        if (signatureId == null) {
            queueSignatures.remove(key);
        } else {
            queueSignatures.put(key, signatureId);
        }
    }

    @Override
    public Optional<String> agentName(OrganisationId organisationId, AgentId agentId) {
        return Optional.ofNullable(agentNames.get(new Key(organisationId, agentId.value())));
    }

    /** Adds an address or replaces its former state. */
    public void put(OrganisationId organisationId, String addressId, SenderAddress address) {
        addresses.put(new Key(organisationId, addressId), address);
    }

    /** Adds a signature or replaces its former state. */
    public void put(OrganisationId organisationId, String signatureId, Signature signature) {
        signatures.put(new Key(organisationId, signatureId), signature);
    }

    /** Adds an agent's name or replaces the former one. */
    public void putAgentName(OrganisationId organisationId, AgentId agentId, String name) {
        agentNames.put(new Key(organisationId, agentId.value()), name);
    }

    /** Forgets an address. */
    public void removeAddress(OrganisationId organisationId, String addressId) {
        addresses.remove(new Key(organisationId, addressId));
    }

    /** Forgets a signature. */
    public void removeSignature(OrganisationId organisationId, String signatureId) {
        signatures.remove(new Key(organisationId, signatureId));
    }

    /** Forgets an agent. */
    public void removeAgent(OrganisationId organisationId, AgentId agentId) {
        agentNames.remove(new Key(organisationId, agentId.value()));
    }

    private record Key(OrganisationId organisationId, String id) {}
}
