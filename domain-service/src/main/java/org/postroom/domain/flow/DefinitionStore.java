package org.postroom.domain.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.flow.Flow.VersionedDefinition;

/** Keeps all definitions of flows; they go with their flow. */
public interface DefinitionStore {

    /** Adds a definition, as part of the change of its flow; one that is there already stays. */
    void add(String organisationId, String flowId, SavedDefinition definition);

    /** Finds a version; what its names mean is to be checked anew. */
    Optional<VersionedDefinition> find(String organisationId, String flowId, long version);

    /**
     * Returns versions, the newest first.
     *
     * @param before only those with a lower number; null for all
     * @param limit how many at most
     */
    List<SavedDefinition> newest(String organisationId, String flowId, @Nullable Long before, int limit);

    /**
     * A definition as it was saved.
     *
     * @param definition the definition and its version
     * @param savedBy the user who saved it
     * @param savedAt when it was saved
     */
    record SavedDefinition(VersionedDefinition definition, String savedBy, Instant savedAt) {}
}
