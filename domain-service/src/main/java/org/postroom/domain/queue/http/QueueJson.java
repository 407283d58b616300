package org.postroom.domain.queue.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

/**
 * A queue in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name
 * @param memberAgentIds the agents that get its work
 * @param alertingTimeoutSeconds how long an offer alerts an agent, 1 to 86 400; 300 where absent
 */
record QueueJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable List<String> memberAgentIds,
        @Nullable Integer alertingTimeoutSeconds)
        implements EntryJson {}
