package org.postroom.domain.flow;

import java.util.List;
import java.util.Optional;

/** Keeps all definitions of flows; they go with their flow. */
public interface DefinitionStore {

    /** Adds a definition, as part of the change of its flow; one that is there already stays. */
    void add(String organisationId, String flowId, SavedDefinition definition);

    /** Finds a version. */
    Optional<VersionedDefinition> find(String organisationId, String flowId, long version);

    /** Returns all versions, the newest first. */
    List<SavedDefinition> all(String organisationId, String flowId);
}
