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
 * @param evaluationMethod ALL_SKILLS, BEST_AVAILABLE_SKILLS or DISREGARD_SKILLS; ALL_SKILLS where absent
 * @param wrapUpCodeIds the wrap-up codes that agents may choose from
 * @param serviceLevelPercent the share of interactions to be answered in time, 0 to 100; 80 where absent
 * @param serviceLevelTargetSeconds the time, 1 to 2 592 000; 86 400 where absent
 * @param afterCallWork OPTIONAL, MANDATORY or MANDATORY_TIMED; OPTIONAL where absent
 * @param afterCallWorkSeconds how long wrapping up may take, 1 to 3600 where it is timed; else 0, as where absent
 * @param defaultSignatureId the signature of addresses that have none; absent for none
 */
record QueueJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable List<String> memberAgentIds,
        @Nullable Integer alertingTimeoutSeconds,
        @Nullable String evaluationMethod,
        @Nullable List<String> wrapUpCodeIds,
        @Nullable Integer serviceLevelPercent,
        @Nullable Integer serviceLevelTargetSeconds,
        @Nullable String afterCallWork,
        @Nullable Integer afterCallWorkSeconds,
        @Nullable String defaultSignatureId)
        implements EntryJson {}
