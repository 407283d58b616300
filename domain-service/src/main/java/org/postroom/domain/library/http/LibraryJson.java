package org.postroom.domain.library.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A library in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 */
record LibraryJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name) implements EntryJson {}
