package org.postroom.console.administration.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A definition of a flow that was saved once.
 *
 * @param definitionVersion its version, counted from 1
 * @param definition the YAML document
 * @param savedBy the user who saved it
 * @param savedAt when it was saved
 */
public record FlowVersion(
        long definitionVersion,
        String definition,
        @Nullable String savedBy,
        @Nullable Instant savedAt) {}
