package org.postroom.local.registry;

import org.jspecify.annotations.Nullable;

/** A change of the registry's content, as it is kept in the log. */
public sealed interface Change {

    /**
     * A version was added, or deleted softly.
     *
     * @param version the version as it is now
     */
    record VersionStored(SchemaVersion version) implements Change {}

    /**
     * A version was removed for good.
     *
     * @param subject the subject
     * @param version the version
     */
    record VersionRemoved(String subject, int version) implements Change {}

    /**
     * All versions of a subject up to one were deleted softly.
     *
     * @param subject the subject
     * @param upTo the last version that is deleted
     */
    record SubjectDeleted(String subject, int upTo) implements Change {}

    /**
     * A compatibility level was set or, when it is null, taken back.
     *
     * @param subject the subject; null means all that have no level of their own
     * @param level the level
     */
    record LevelSet(@Nullable String subject, @Nullable CompatibilityLevel level) implements Change {}
}
