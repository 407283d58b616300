package org.postroom.domain.role.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A role in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 * @param permissions the permissions, by their names in the catalogue
 */
record RoleJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable List<String> permissions) implements EntryJson {}
