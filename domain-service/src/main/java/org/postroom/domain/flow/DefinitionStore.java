package org.postroom.domain.flow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps all definitions of flows; they go with their flow. */
public interface DefinitionStore {

    /** Adds a definition, as part of the change of its flow; one that is there already stays. */
    void add(String organisationId, String flowId, SavedDefinition definition);

    /** Finds a version. */
    Optional<VersionedDefinition> find(String organisationId, String flowId, long version);

    /**
     * Returns versions, the newest first.
     *
     * @param before only those with a lower number; null for all
     * @param limit how many at most
     */
    List<SavedDefinition> newest(String organisationId, String flowId, @Nullable Long before, int limit);
}
