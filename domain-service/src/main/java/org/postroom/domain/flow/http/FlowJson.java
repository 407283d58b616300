package org.postroom.domain.flow.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A flow in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version of the flow; in a change, the one that was read
 * @param name the name
 * @param fallbackQueueId where mail goes that the flow cannot decide on
 * @param definition the newest definition, a YAML document of at most 64 KiB
 * @param definitionVersion the version of the newest definition; ignored in requests
 * @param publishedDefinitionVersion the version in force, absent where none was published; ignored in requests
 */
record FlowJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String fallbackQueueId,
        @Nullable String definition,
        @Nullable Long definitionVersion,
        @Nullable Long publishedDefinitionVersion)
        implements EntryJson {}
