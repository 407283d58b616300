package org.postroom.domain.flow;

import java.time.Instant;

/**
 * A definition as it was saved.
 *
 * @param definition the definition and its version
 * @param savedBy the user who saved it
 * @param savedAt when it was saved
 */
public record SavedDefinition(VersionedDefinition definition, String savedBy, Instant savedAt) {}
