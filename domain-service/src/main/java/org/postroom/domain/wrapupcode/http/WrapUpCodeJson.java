package org.postroom.domain.wrapupcode.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A wrap up code in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 */
record WrapUpCodeJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name) implements EntryJson {}
