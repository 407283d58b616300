package org.postroom.domain.directory.http;

import org.jspecify.annotations.Nullable;

/** What the JSON forms of all kinds of entries have. */
public interface EntryJson {

    /** The identifier; ignored in requests. */
    @Nullable
    String id();

    /** The version; in a change, the one that was read. */
    @Nullable
    Long version();
}
